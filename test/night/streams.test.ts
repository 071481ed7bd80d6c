import { join } from 'node:path'
import { expect, test } from 'vitest'
import { nightId } from '../../compose/naming/night.ts'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { parseReport } from '../../report/report-schema.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { setStage, withWorker } from './stage.ts'

const failing = { flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' } as const

/** Five streams, each with a compose of its own form; one is of another distribution. */
const scenario: LabScenario = {
  name: 'streams',
  title: 'five streams at once',
  branched: 44,
  nights: [
    night('rawhide', compose()),
    night('branched', compose()),
    {
      ...night('iot', compose({ jobs: [failing] })),
      made: { form: 'Fedora-IoT-<release>-<date>.<respin>', folder: 'iot', version: '43' },
    },
    {
      ...night('eln', compose()),
      made: { form: 'Fedora-eln-<date>.n.<respin>', folder: 'eln', version: 'eln' },
    },
    {
      ...night('alma', compose()),
      made: { form: 'AlmaLinux-<release>-<date>.<respin>', folder: 'almalinux/10', version: '10' },
    },
  ],
  disturbances: [],
  expects: { rawhide: 'passed', branched: 'passed' },
}

const required = { required_tests: ['base_selinux Server-dvd-iso * *'] }

/** What a configuration says of them: no Koji and no mirror has their composes. */
const streams = {
  iot: { ...required, koji: false, mirror: false },
  eln: {
    ...required,
    koji: false,
    mirror: false,
    expected_images: join(import.meta.dirname, 'expected/eln.toml'),
  },
  alma: {
    ...required,
    koji: false,
    mirror: false,
    expected_images: join(import.meta.dirname, 'expected/alma.toml'),
    folder: 'almalinux/<version>',
    ids: ['AlmaLinux-<release>-<date>.<respin>'],
    release: 10,
    title: 'AlmaLinux <version>',
  },
}

test('nights of five streams at once have each its compose, its jobs and its report', async () => {
  const date = '2027-03-20'
  await using stage = await setStage(scenario, date, { streams })
  const { client, settings, lab, archive } = stage
  const { patience, task_queue: taskQueue } = settings
  const names = ['rawhide', 'branched', 'iot', 'eln', 'alma']

  const results = await withWorker(stage, async () => {
    for (const stream of names) await startNight(client, { night: { stream, date }, patience, taskQueue })
    stage.clock.begin()
    return await Promise.all(names.map((stream) => awaitNight(client, nightId({ stream, date }))))
  })

  expect(results.map(({ compose: id, verdict }) => [id, verdict])).toEqual([
    ['Fedora-Rawhide-20270320.n.0', 'passed'],
    ['Fedora-44-20270320.n.0', 'passed'],
    ['Fedora-IoT-43-20270320.0', 'broken'],
    ['Fedora-eln-20270320.n.0', 'passed'],
    ['AlmaLinux-10-20270320.0', 'broken'],
  ])
  expect(results.map(({ subject }) => subject)).toEqual([
    '[Rawhide] 20270320.n.0 PASSED: all 116 tests passed',
    '[Fedora 44] 20270320.n.0 PASSED: all 116 tests passed',
    '[Fedora IoT 43] 20270320.0 BROKEN: 1 failed, 6 images missing',
    '[Fedora ELN] 20270320.n.0 PASSED: all 116 tests passed',
    '[AlmaLinux 10] 20270320.0 BROKEN: 2 images missing',
  ])
  for (const { compose: id } of results)
    expect(lab.openqa.posts().filter(({ settings: { BUILD } }) => BUILD === id).length).toBeGreaterThan(5)
  expect(lab.inbox.mails()).toHaveLength(5)
  const iot = parseReport((await archive.reportOf(`nightly/iot/${date}`)) ?? '')
  expect(iot).toMatchObject({ title: 'Fedora IoT 43', night: { stream: 'iot' } })
  const alma = parseReport((await archive.reportOf(`nightly/alma/${date}`)) ?? '')
  expect(alma.images).toMatchObject({
    expected: 3,
    missing: ['x86_64', 'aarch64'].map((arch) => ({
      subvariant: 'Minimal',
      type: 'boot',
      arch,
      need: 'required',
      why: 'the smallest installer',
    })),
  })
})
