import { expect, test, vi } from 'vitest'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { ownDatabase } from '../archive/own-database.ts'
import { startChild } from '../../workers/child.ts'
import { productsOf } from './products.ts'
import { setStage, withWorker, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

const once = { verdict: 'passed', mails: 1, isPosted: true, twice: 0 }
const patiently = { timeout: 60_000, interval: 200 }

/** Tests share a Temporal server, so each has a label of its own. */
function oneCandidate(label: string): LabScenario {
  return {
    name: 'candidate-watch',
    title: 'one candidate, and a watch that has bad luck',
    branched: 44,
    nights: [
      {
        ...night('candidate', compose({ label })),
        made: { form: 'Fedora-<release>-<date>.<respin>', folder: '44', version: '44' },
      },
    ],
    disturbances: [],
    expects: { rawhide: 'absent', branched: 'absent' },
  }
}

test('a watch whose worker is killed while it looks starts the candidate once', async () => {
  // A look in which a worker is killed is tried again after the limit of calls.
  const patience = { ...unhurried, call: '10 s', act: '10 s' }
  await using stage = await setStage(oneCandidate('RC-4.1'), '2027-04-23', {
    patience,
    streams: { candidate: {} },
  })
  await watch(stage)
  const doomed = startChild(process.execPath, ['cli/main.ts', 'worker', '--config', stage.file], {
    log: `${stage.file}.worker.log`,
    environment: { TEMPORAL_ADDRESS: stage.place.options.address },
  })
  await hasLooked(stage)

  doomed.kill('SIGKILL')
  expect(await doomed.ended).toBe('SIGKILL')
  stage.clock.begin()

  expect(await withWorker(stage, () => tested(stage, 'RC-4.1'))).toEqual(once)
})

test('a watch finds its candidate while the archive is away', async () => {
  const database = await ownDatabase()
  await using stage = await setStage(oneCandidate('RC-4.2'), '2027-04-24', {
    database,
    streams: { candidate: {} },
  })
  await watch(stage)

  await withWorker(stage, async () => {
    await hasLooked(stage)
    await database.takeAway()
    stage.clock.begin()
    await found(stage, 'RC-4.2')
    await database.bringBack()
    expect(await tested(stage, 'RC-4.2')).toEqual(once)
  })
})

async function watch({ client, settings, date }: Stage): Promise<void> {
  const { patience, task_queue: taskQueue } = settings
  await client.workflow.start('watchCandidates', {
    workflowId: `candidate-watch-${date}`,
    taskQueue,
    args: [{ patience: { ...patience, respins: patience.find } }],
  })
}

/** Waits until the watch has asked for the list of releases and the folder of one. */
async function hasLooked({ lab }: Stage): Promise<void> {
  await vi.waitFor(() => expect(lab.tree.requests()).toBeGreaterThan(1), patiently)
}

async function found({ client }: Stage, label: string): Promise<void> {
  await vi.waitFor(() => client.workflow.getHandle(`candidate/44/${label}`).describe(), patiently)
}

/** What became of a candidate: its verdict, how many mails there are, and how many posts were made twice. */
async function tested(stage: Stage, label: string) {
  const { client, lab } = stage
  await found(stage, label)
  const { verdict } = await awaitNight(client, `candidate/44/${label}`)
  await vi.waitFor(() => expect(lab.inbox.mails().length).toBeGreaterThan(0), patiently)
  const products = productsOf(lab)
  return {
    verdict,
    mails: lab.inbox.mails().length,
    isPosted: products.length > 5,
    twice: products.length - new Set(products).size,
  }
}
