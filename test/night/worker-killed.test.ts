import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { startChild, type Child } from '../../workers/child.ts'
import { startNight } from '../../workers/start-night.ts'
import { stageNames } from '../../workflows/stage.ts'
import type { NightResult } from '../../workflows/report.ts'
import { setStage, type Stage } from './stage.ts'

/** A night in which every stage lasts long enough to be caught in it. */
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
    { service: 'smtp', from: 0, until: 700, how: '503' },
  ],
  expects: { rawhide: 'failed', branched: 'absent' },
}

function startWorkerProcess({ file, place }: Stage): Child {
  return startChild(process.execPath, ['cli/main.ts', 'worker', '--config', file], {
    log: `${file}.worker.log`,
    environment: { TEMPORAL_ADDRESS: place.options.address },
  })
}

async function stageReached({ client }: Stage, workflowId: string, name: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId)
  while (true) {
    const { typedSearchAttributes } = await handle.describe()
    if (typedSearchAttributes.get({ name: 'Stage', type: 'KEYWORD' }) === name) return
    await sleep(20)
  }
}

describe.concurrent('a worker that is killed', () => {
  test.each(stageNames.map((name, nth) => ({ name, date: `2026-09-${10 + nth}` })))(
    'in the stage $name leaves the night to the next worker: same report, one mail, no second set of jobs',
    async ({ name, date }) => {
      await using stage = await setStage(slow, date)
      const { client, settings, clock, lab } = stage
      const workflowId = nightId({ stream: 'rawhide', date })
      const first = startWorkerProcess(stage)
      const { task_queue: taskQueue } = settings
      // A worker process needs some seconds to come up, more when five of them do at once.
      const { find, complete } = settings.patience
      const ample = { deadlineMs: 60_000 }
      const patience = {
        ...settings.patience,
        find: { ...find, ...ample },
        complete: { ...complete, ...ample },
      }
      await startNight(client, { night: { stream: 'rawhide', date }, patience, taskQueue })
      clock.begin()

      await stageReached(stage, workflowId, name)
      first.kill('SIGKILL')
      expect(await first.ended).toBe('SIGKILL')
      const second = startWorkerProcess(stage)
      const result: NightResult = await client.workflow.getHandle(workflowId).result()
      await second.stop()

      expect(result).toMatchObject({ verdict: 'failed', outcome: 'tested' })
      expect(lab.inbox.mails().map(({ subject }) => subject)).toEqual([result.subject])
      const products = lab.openqa.posts().map((post) => `${post.settings['FLAVOR']} ${post.settings['ARCH']}`)
      expect(products.length).toBeGreaterThan(5)
      expect(products).toEqual([...new Set(products)])
    },
  )
})
