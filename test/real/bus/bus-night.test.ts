import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { compose } from '../../../lab/usual.ts'
import { awaitNight } from '../../../workers/await-night.ts'
import { startChild } from '../../../workers/child.ts'
import { loadConfig } from '../../../workers/config/config.ts'
import { examineBus } from '../../../workers/doctor/examine-bus.ts'
import { startNight } from '../../../workers/start-night.ts'
import { freePort } from '../../../workers/temporal/free-port.ts'
import { ownDatabase } from '../../archive/own-database.ts'
import { briefly } from '../../night/brief.ts'
import { setStage, type Stage } from '../../night/stage.ts'
import { haveBroker, startBroker, type Broker } from './broker.ts'
import { publishAsFedora } from './publish.ts'
import { havePython } from './python-path.ts'

const prefix = 'org.fedoraproject.prod'
const hour = 3_600_000

/** A worker process of a stage that listens to a broker. */
async function startWorker(stage: Stage, broker: Broker, listen: string) {
  appendFileSync(stage.file, `\n${stringify({ bus: broker.placeOf(broker.certificates.fedora) })}`)
  const log = join(stage.folder, 'worker.log')
  const worker = startChild(process.execPath, ['cli/main.ts', 'worker', '--config', stage.file], {
    log,
    environment: { TEMPORAL_ADDRESS: stage.place.options.address, NIGHTJAR_LISTEN: listen },
  })
  return { told: () => readFileSync(log, 'utf8'), stop: () => worker.stop() }
}

describe.skipIf(!haveBroker || !havePython)('on a real RabbitMQ (run-bus.ts starts one)', () => {
  test('a night looks at once when a message of Fedora tells of its compose', async () => {
    const database = await ownDatabase()
    await using broker = await startBroker()
    await using stage = await setStage(briefly('heard', [compose({ later: 40 })]), '2026-08-02', { database })
    const listen = `127.0.0.1:${await freePort()}`
    const worker = await startWorker(stage, broker, listen)
    await using _ = { [Symbol.asyncDispose]: () => worker.stop() }
    const { client, clock, settings } = stage
    const night = { stream: 'rawhide', date: stage.date }
    const slow = { deadlineMs: 6 * hour, lapMs: 6 * hour, lookMs: hour }
    const patience = { ...settings.patience, find: slow }
    const { workflowId } = await startNight(client, { night, patience, taskQueue: settings.task_queue })
    const handle = client.workflow.getHandle(workflowId)
    await expect
      .poll(async () => JSON.stringify((await handle.describe()).raw))
      .toContain('next look in 60 min')
    await expect.poll(() => worker.told()).toContain('bus: listening at localhost')

    clock.begin()
    await expect.poll(() => clock.now()).toBeGreaterThan(60)
    const body = { compose_id: `Fedora-Rawhide-${stage.date.replaceAll('-', '')}.n.0`, status: 'STARTED' }
    await publishAsFedora(broker, [{ topic: `${prefix}.pungi.compose.status.change`, body }])

    expect(await awaitNight(client, workflowId)).toMatchObject({ verdict: 'passed' })
    const metrics = await (await fetch(`http://${listen}/metrics`)).text()
    expect(metrics).toMatch(/nightjar_messages_total\{[^}]*kind="compose"[^}]*outcome="nudged"[^}]*\} 1/)
    expect(metrics).toMatch(/^nightjar_bus_up(?:\{[^}]*\})? 1$/m)
    const { findings } = await examineBus({
      ...loadConfig(stage.file),
      worker: { ...settings.worker, listen },
    })
    expect(findings.at(-1)?.said).toMatch(/^the worker at \S+ listens; the last came \d{4}-/)
    await worker.stop()
    expect(worker.told()).toContain('worker: stopped as it was told')
    expect(broker.queues()).toEqual([])
  })
})
