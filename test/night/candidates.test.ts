import type { Client } from '@temporalio/client'
import { expect, test, vi } from 'vitest'
import { candidateTag } from '../../jobs/plan/candidate-tag.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { LabCall } from '../../lab/openqa/server.ts'
import type { LabScenario, NightScript } from '../../lab/script.ts'
import { compose, night, type Otherwise } from '../../lab/usual.ts'
import { parseReport } from '../../report/report-schema.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import type { NightResult } from '../../workflows/night-run.ts'
import { setStage, withWorker } from './stage.ts'
import { whileJobsRun } from './while-jobs-run.ts'

const date = '2027-04-14'
/** The minute by which the first candidate has reported, so that the second is compared with it. */
const secondBegins = 700
const patiently = { timeout: 60_000, interval: 200 }

function candidate(otherwise: Otherwise): NightScript {
  return {
    ...night('candidate', compose(otherwise)),
    made: { form: 'Fedora-<release>-<date>.<respin>', folder: '44', version: '44' },
  }
}

/** The result of a run that may not have been started yet. */
async function ended(client: Client, run: string): Promise<NightResult> {
  await vi.waitFor(() => client.workflow.getHandle(run).describe(), patiently)
  return await awaitNight(client, run)
}

function isTag({ method, path }: LabCall): boolean {
  return method === 'POST' && /\/groups\/\d+\/comments$/.test(path)
}

/** Two candidates of one day, of which the second fails one test more, beside the nightlies. */
const scenario: LabScenario = {
  name: 'candidates',
  title: 'two candidates beside the nightlies',
  branched: 44,
  nights: [
    night('rawhide', compose()),
    night('branched', compose()),
    candidate({ label: 'RC-1.1' }),
    candidate({
      label: 'RC-1.2',
      respin: 1,
      later: secondBegins,
      jobs: [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }],
    }),
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
}

test('candidates are found by a watch, tested once, tagged and compared, beside the nightlies', async () => {
  await using stage = await setStage(scenario, date, {
    streams: { candidate: { mirror: true } },
  })
  const { client, settings, lab, archive } = stage
  const { patience, task_queue: taskQueue } = settings
  const runs = ['candidate/44/RC-1.1', 'candidate/44/RC-1.2']
  const tags = () =>
    lab.openqa
      .requests()
      .filter(isTag)
      .map(({ params }) => params['text'])
  const nightlies = ['rawhide', 'branched'].map((stream) => ({ stream, date }))

  const results = await withWorker(stage, async () => {
    for (const each of nightlies) await startNight(client, { night: each, patience, taskQueue })
    // Two watches: that of yesterday has not ended yet.
    for (const workflowId of ['candidate-1', 'candidate-2'])
      await client.workflow.start('watchCandidates', {
        workflowId,
        taskQueue,
        args: [{ patience: { ...patience, respins: patience.find } }],
      })
    const reports = [...runs, ...nightlies.map(nightId)].map((run) => ended(client, run))
    stage.clock.begin(secondBegins - 100)
    await whileJobsRun(stage, reports[0] ?? Promise.reject(new Error('no candidate')))
    stage.clock.begin()
    return await Promise.all(reports)
  })

  expect(results.map(({ subject }) => subject)).toEqual([
    '[Fedora 44 RC-1.1] 20270414.0 PASSED: all 116 tests passed',
    '[Fedora 44 RC-1.2] 20270414.1 BROKEN: 1 new failure (base)',
    '[Rawhide] 20270414.n.0 PASSED: all 116 tests passed',
    '[Fedora 44] 20270414.n.0 PASSED: all 116 tests passed',
  ])
  for (const build of ['Fedora-44-20270414.0', 'Fedora-44-20270414.1']) {
    const posts = lab.openqa.posts().filter(({ settings: { BUILD } }) => BUILD === build)
    const named = posts.map(({ settings: { FLAVOR, ARCH } }) => `${FLAVOR} ${ARCH}`)
    expect(new Set(named).size).toBe(posts.length)
    expect(posts.every(({ settings: { LABEL } }) => LABEL?.startsWith('RC-1.'))).toBe(true)
    expect(tags().filter((text) => text === candidateTag(build))).toHaveLength(1)
  }
  expect(tags()).toHaveLength(2)
  expect(lab.inbox.mails()).toHaveLength(4)
  const second = parseReport((await archive.reportOf('candidate/44/RC-1.2')) ?? '')
  expect(second).toMatchObject({
    title: 'Fedora 44 RC-1.2',
    compose: { label: 'RC-1.2' },
    comparison: { baseline: { run: runs[0], compose: 'Fedora-44-20270414.0' } },
  })
})
