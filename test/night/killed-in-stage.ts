import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { LabScenario, Minute } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { startChild, type Child } from '../../workers/child.ts'
import { startNight } from '../../workers/start-night.ts'
import { stageNames, type StageName } from '../../workflows/stage.ts'
import type { NightResult } from '../../workflows/report.ts'
import { stageReached } from './play.ts'
import { setStage, type Stage } from './stage.ts'
import { unhurried } from './unhurried.ts'

/** No clock of these tests comes here by running. */
const never = 100_000

/** A night in which every stage waits for something that only comes when the clock goes on. */
const slow: LabScenario = {
  name: 'slow',
  title: 'each stage waits for something',
  branched: 44,
  nights: [
    night('rawhide', {
      ...compose({ jobs: [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }] }),
      appears: 60,
    }),
  ],
  disturbances: [
    { service: 'openqa', from: 380, until: 470, how: '503' },
    { service: 'smtp', from: 0, until: never, how: '503' },
  ],
  expects: { rawhide: 'failed', branched: 'absent' },
}

/** The minute at which a night stays in a stage, for as long as the clock stands still there. */
const staysAt: Readonly<Record<StageName, Minute>> = {
  find: 30,
  complete: 300,
  schedule: 400,
  await: 480,
  report: never,
}

function startWorkerProcess({ file, place }: Stage): Child {
  return startChild(process.execPath, ['cli/main.ts', 'worker', '--config', file], {
    log: `${file}.worker.log`,
    environment: { TEMPORAL_ADDRESS: place.options.address },
  })
}

/** Tests that kill a worker in each of some stages. */
export function killedInStages(stages: readonly StageName[]): void {
  test.concurrent.each(stages.map((name) => ({ name, date: `2026-09-${10 + stageNames.indexOf(name)}` })))(
    'a worker that is killed in the stage $name leaves the night to the next worker: same report, one mail, no second set of jobs',
    async ({ name, date }) => {
      // The call in which a worker is killed is tried again after the limit of calls.
      const patience = { ...unhurried, call: '10 s', act: '10 s' }
      await using stage = await setStage(slow, date, { patience })
      const { client, settings, clock, lab } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const first = startWorkerProcess(stage)
      const { patience: limits, task_queue: taskQueue } = settings
      await startNight(client, { night: { stream: 'rawhide', date }, patience: limits, taskQueue })
      clock.begin(staysAt[name])

      await stageReached(stage, workflowId, name)
      first.kill('SIGKILL')
      expect(await first.ended).toBe('SIGKILL')
      const second = startWorkerProcess(stage)
      clock.begin()
      await stageReached(stage, workflowId, 'report')
      clock.skipTo(never)
      const result: NightResult = await client.workflow.getHandle(workflowId).result()
      await second.stop()

      expect(result).toMatchObject({ verdict: 'failed', outcome: 'tested' })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      const products = lab.openqa.posts().map((post) => `${post.settings['FLAVOR']} ${post.settings['ARCH']}`)
      expect(products.length).toBeGreaterThan(5)
      expect(products).toEqual([...new Set(products)])
    },
  )
}
