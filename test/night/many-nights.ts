import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { startTemporal } from '../../workers/temporal/embedded-temporal.ts'
import { workflowsPath } from '../../workers/run-worker.ts'
import { playManyNights } from './play-many-nights.ts'
import { quietRuntime } from './quiet-runtime.ts'

/**
 * `node test/night/many-nights.ts --nights 300 --seed 7`: many nights of which a fifth of all calls go wrong.
 */
const { values } = parseArgs({
  options: {
    nights: { type: 'string', default: '300' },
    seed: { type: 'string', default: '7' },
    share: { type: 'string', default: '0.2' },
    'at-once': { type: 'string', default: '48' },
  },
})
quietRuntime()
const folder = await mkdtemp(join(tmpdir(), 'nightjar-many-'))
const server = await startTemporal(folder, { database: 'memory' })
const bundle = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
const [nights, seed, share] = [Number(values.nights), Number(values.seed), Number(values.share)]
const beganAt = performance.now()
const tally = await playManyNights({
  nights,
  seed,
  share,
  atOnce: Number(values['at-once']),
  address: server.address,
  bundle,
})
const seconds = Math.round((performance.now() - beganAt) / 1000)
await server.stop()
await rm(folder, { recursive: true })

const { calls, spoiled, products, doubled, missing, reports, mails, deliveries, wrong } = tally
console.log(`${nights} nights in ${seconds} s, seed ${seed}: ${calls} calls, ${spoiled} of them spoiled
products: ${products}, doubled: ${doubled.length}, missing: ${missing.length}
reports: ${reports}, mails: ${mails} (handed over ${deliveries} times), wrong verdicts: ${wrong.length}`)
for (const line of [...doubled, ...missing, ...wrong]) console.log(line)
const good = doubled.length + missing.length + wrong.length === 0 && reports === nights && mails === nights
process.exitCode = good ? 0 : 1
