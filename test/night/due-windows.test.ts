import { expect, test } from 'vitest'
import { dateOfNight, nightId } from '../../compose/naming/night.ts'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { parseReport } from '../../report/report-schema.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { nightjar } from './nightjar.ts'
import { setStage, withWorker } from './stage.ts'
import { whileJobsRun } from './while-jobs-run.ts'

const failing = { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' } as const

/** A day of ELN from 02:00 on: a compose ten minutes after each due hour, and at 14:40 a respin. */
const scenario: LabScenario = {
  name: 'due-windows',
  title: 'four nights of ELN in a day',
  branched: 44,
  begins: '02:00',
  nights: [
    {
      ...night(
        'eln',
        compose({ jobs: [failing] }),
        compose({ respin: 1, later: 720, jobs: [failing] }),
        compose({ respin: 2, later: 750, jobs: [failing] }),
        compose({ respin: 3, later: 960, jobs: [failing] }),
        compose({ respin: 4, later: 1200, jobs: [failing] }),
      ),
      made: { form: 'Fedora-eln-<date>.n.<respin>', folder: 'eln', version: 'eln' },
    },
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
}

const streams = {
  eln: { koji: false, mirror: false, required_tests: ['base_selinux Server-dvd-iso * *'] },
}

test('each of four nights of a day tests the newest compose that started in its window', async () => {
  const date = '2027-03-21'
  await using stage = await setStage(scenario, date, { streams })
  const { client, clock, settings, lab, archive } = stage
  const { patience, task_queue: taskQueue } = settings
  const nights = ['02', '14', '18', '22'].map((hour) => ({ stream: 'eln', date, hour }))

  const overtaken = 'Fedora-eln-20270321.n.1'
  const third = 'Fedora-eln-20270321.n.3'
  const [results, byName, shown, live, ordered] = await withWorker(stage, async () => {
    const ended = nights.map(async (each) => {
      await new Promise<void>((opens) => void clock.at((Number(each.hour) - 2) * 60, opens))
      await startNight(client, { night: each, patience, taskQueue })
      return await awaitNight(client, nightId(each))
    })
    // Each report compares with the one before it, so the clock waits for that one.
    for (const [nth, { hour }] of nights.entries()) {
      clock.begin((Number(hour) - 2) * 60 + 360)
      await whileJobsRun(stage, ended[nth] ?? Promise.reject(new Error(`no night at ${hour}`)))
    }
    clock.begin()
    const all = await Promise.all(ended)
    const started = await nightjar(stage, 'start', 'eln', '--compose', overtaken, '--wait')
    const asked = [await nightjar(stage, 'show', `eln/${date}T18`), await nightjar(stage, 'show', third)]
    const report = await nightjar(stage, 'report', third, '--format', 'json')
    return [all, started, asked, report, await nightjar(stage, 'rerun', third, '--all', '--dry-run')]
  })

  expect(results.map(({ subject }) => subject)).toEqual([
    '[Fedora ELN] 20270321.n.0 BROKEN: 1 failed, 3 images missing',
    '[Fedora ELN] 20270321.n.2 BROKEN: 3 images missing, 1 never passed',
    '[Fedora ELN] 20270321.n.3 BROKEN: 3 images missing, 1 never passed',
    '[Fedora ELN] 20270321.n.4 BROKEN: 3 images missing, 1 never passed',
  ])
  // Only by its name, in the window in which it started.
  expect(byName.out).toContain('[Fedora ELN] 20270321.n.1 BROKEN: 3 images missing, 1 never passed')
  expect(lab.inbox.mails()).toHaveLength(5)
  const lines = await archive.nights({ stream: 'eln' })
  expect(new Map(lines.map(({ run, due }) => [run, due]))).toEqual(
    new Map([
      ...nights.map((each) => [nightId(each), `${dateOfNight(each)}:00:00.000Z`] as const),
      [`nightly/eln/${overtaken}`, `${date}T14:00:00.000Z`],
    ]),
  )
  const second = parseReport((await archive.reportOf(`nightly/eln/${date}T14`)) ?? '')
  expect(second).toMatchObject({
    night: { stream: 'eln', date, hour: '14' },
    comparison: { baseline: { run: `nightly/eln/${date}T02`, compose: 'Fedora-eln-20270321.n.0' } },
    replacedBy: null,
  })
  for (const { out } of shown) expect(out).toContain(`nightly/eln/${date}T18: broken (${third}`)
  expect(JSON.parse(live.out)).toMatchObject({
    night: { hour: '18' },
    comparison: { baseline: { run: `nightly/eln/${overtaken}` } },
  })
  expect(ordered.out).toContain(`nightly/eln/${date}T18 would take it`)
})
