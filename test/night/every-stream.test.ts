import { expect, test, vi } from 'vitest'
import { nightId, type Night } from '../../compose/naming/night.ts'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { setStage, withWorker } from './stage.ts'
import { whileJobsRun } from './while-jobs-run.ts'

const date = '2027-04-21'
const begins = 2 * 60
const patiently = { timeout: 300_000, interval: 200 }

/** The minute of the lab at which a stream's hour strikes. */
const due = { cloud: 255, rawhide: 195, branched: 315, iot: 480 } as const
/** The minutes at which ELN's composes start. */
const elnStarts = [0, 720, 960, 1200] as const
/** The candidate has reported by then, so it is never compared with the nightly of Branched of that day. */
const candidateReports = 600
const failing = { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' } as const

/** A day from 02:00 on: every stream has its composes, and IoT's takes longer than all others together. */
const scenario: LabScenario = {
  name: 'every-stream',
  title: 'every stream on one day',
  branched: 44,
  begins: '02:00',
  nights: [
    night('rawhide', compose({ later: due.rawhide })),
    night('branched', compose({ later: candidateReports + 100, jobs: [failing] })),
    {
      ...night('cloud', compose({ later: due.cloud })),
      made: { form: 'Fedora-Cloud-<release>-<date>.<respin>', folder: 'cloud', version: '43' },
    },
    {
      ...night('iot', compose({ later: 2500 })),
      made: { form: 'Fedora-IoT-<release>-<date>.<respin>', folder: 'iot', version: '43' },
    },
    {
      ...night(
        'eln',
        compose(),
        compose({ respin: 1, later: elnStarts[1] }),
        compose({ respin: 2, later: elnStarts[2], jobs: [failing] }),
        compose({ respin: 3, later: elnStarts[3] }),
      ),
      made: { form: 'Fedora-eln-<date>.n.<respin>', folder: 'eln', version: 'eln' },
    },
    {
      ...night('candidate', compose({ label: 'RC-3.1', later: 100 })),
      made: { form: 'Fedora-<release>-<date>.<respin>', folder: '44', version: '44' },
    },
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'broken' },
}

const required = { koji: false, mirror: false, required_tests: ['base_selinux Server-dvd-iso * *'] }

/** Every night of the day, and when it is due. */
const nights: readonly { readonly night: Night; readonly minute: number }[] = [
  ...Object.entries(due).map(([stream, minute]) => ({ night: { stream, date }, minute })),
  ...['02', '14', '18', '22'].map((hour) => ({
    night: { stream: 'eln', date, hour },
    minute: Number(hour) * 60 - begins,
  })),
]

test('every stream has its nights and its reports on one day, and none waits for another', async () => {
  await using stage = await setStage(scenario, date, {
    streams: { iot: required, cloud: required, eln: required, candidate: { mirror: true } },
  })
  const { client, clock, settings, lab, archive } = stage
  const { patience, task_queue: taskQueue } = settings
  const ended = async (run: string) => {
    const { subject, compose: id } = await awaitNight(client, run)
    return { subject, id }
  }
  const candidate = 'candidate/44/RC-3.1'

  const postsOf = (id: string) => lab.openqa.posts().filter(({ settings: { BUILD } }) => BUILD === id)

  const results = await withWorker(stage, async () => {
    await client.workflow.start('watchCandidates', {
      workflowId: `candidate-${date}`,
      taskQueue,
      args: [{ patience: { ...patience, respins: patience.find } }],
    })
    const opened = nights.map(async ({ night: each, minute }) => {
      await new Promise<void>((opens) => void clock.at(minute, opens))
      await startNight(client, { night: each, patience, taskQueue })
      return await ended(nightId(each))
    })
    const found = vi.waitFor(() => client.workflow.getHandle(candidate).describe(), patiently)
    const nominated = found.then(() => ended(candidate))
    // A report of ELN compares with the one before it, so the clock waits for that one.
    for (const [respin, starts] of elnStarts.entries()) {
      const id = `Fedora-eln-20270421.n.${respin}`
      clock.begin(starts + 310)
      await vi.waitFor(() => expect(postsOf(id).length).toBe(10), patiently)
      const nth = nights.findIndex(({ night: { stream } }) => stream === 'eln') + respin
      await whileJobsRun(stage, opened[nth] ?? Promise.reject(new Error(`${id} has no night`)))
      if (respin === 0) {
        clock.begin(candidateReports)
        await whileJobsRun(stage, nominated)
      }
    }
    // IoT's compose has not finished when all others have reported.
    const others = opened.filter((_, nth) => nights[nth]?.night.stream !== 'iot')
    await whileJobsRun(stage, Promise.all(others))
    expect(clock.now()).toBeLessThan(2800)
    clock.begin()
    return await Promise.all([nominated, ...opened])
  })

  expect(results.map(({ subject }) => subject)).toMatchInlineSnapshot(`
    [
      "[Fedora 44 RC-3.1] 20270421.0 PASSED: all 116 tests passed",
      "[Fedora Cloud 43] 20270421.0 PASSED: all 116 tests passed",
      "[Rawhide] 20270421.n.0 PASSED: all 116 tests passed",
      "[Fedora 44] 20270421.n.0 BROKEN: 1 failed",
      "[Fedora IoT 43] 20270421.0 DEGRADED: 6 images missing",
      "[Fedora ELN] 20270421.n.0 DEGRADED: 3 images missing",
      "[Fedora ELN] 20270421.n.1 PASSED: 3 images missing",
      "[Fedora ELN] 20270421.n.2 BROKEN: 1 new failure (base), 3 images missing",
      "[Fedora ELN] 20270421.n.3 PASSED: 3 images missing, 1 fixed",
    ]
  `)
  expect(new Set(results.map(({ id }) => id)).size).toBe(nights.length + 1)
  expect(
    lab.inbox
      .mails()
      .map(({ subject }) => subject)
      .toSorted(),
  ).toEqual(results.map(({ subject }) => subject).toSorted())
  for (const { id } of results) expect(postsOf(id ?? '').length).toBeGreaterThan(5)
  const lines = await archive.nights({})
  expect(new Set(lines.map(({ run }) => run))).toEqual(
    new Set([candidate, ...nights.map(({ night: each }) => nightId(each))]),
  )
})
