import { expect, test } from 'vitest'
import type { LabScenario } from '../../lab/script.ts'
import { compose, night } from '../../lab/usual.ts'
import { nightjar } from './nightjar.ts'
import { setStage, withWorker } from './stage.ts'

const date = '2027-04-16'
const run = 'candidate/44/RC-1.3'
const id = 'Fedora-44-20270416.0'

const made = { form: 'Fedora-<release>-<date>.<respin>', folder: '44', version: '44' }

/** One candidate, which fails one test. */
const scenario: LabScenario = {
  name: 'candidate-commands',
  title: 'one candidate',
  branched: 44,
  nights: [
    {
      ...night(
        'candidate',
        compose({
          label: 'RC-1.3',
          jobs: [{ flavor: 'Server-dvd-iso', test: 'base_selinux', result: 'failed' }],
        }),
      ),
      made,
    },
  ],
  disturbances: [],
  expects: { rawhide: 'absent', branched: 'absent' },
}

test('a candidate is the same run by its label, its id and its URL', async () => {
  await using stage = await setStage(scenario, date, { streams: { candidate: {} } })
  const { lab, clock } = stage
  const start = (...more: readonly string[]) => nightjar(stage, 'start', 'candidate', ...more)

  expect(await start()).toMatchObject({ code: 1, err: expect.stringContaining('no candidate of Fedora 44') })
  clock.begin()
  await expect
    .poll(async () => (await nightjar(stage, 'find', 'candidate')).out, { timeout: 60_000 })
    .toContain(id)
  // The label is in composeinfo.json, which comes later than the folder.
  await expect
    .poll(async () => (await start('--compose', id)).out, { timeout: 60_000 })
    .toBe(`${run} started\n`)

  for (const name of [[], ['--compose', 'RC-1.3'], ['--compose', '44_RC-1.3'], ['--compose', id]]) {
    const again = await start(...name, '--json')
    expect(JSON.parse(again.out)).toMatchObject({ run, started: false })
  }
  const url = `${lab.tree.composes}/44/${id}`
  expect(JSON.parse((await start('--compose', url, '--json')).out)).toMatchObject({ run, started: false })

  await withWorker(stage, async () => {
    const waited = await start('--wait')
    expect(waited.out).toBe('[Fedora 44 RC-1.3] 20270416.0 BROKEN: 1 failed\n')
    for (const name of [run, '44_RC-1.3', 'RC-1.3', id, 'candidate'])
      expect((await nightjar(stage, 'show', name)).out).toContain(`${run}: broken`)
    expect((await nightjar(stage, 'show', run, '--report')).out).toContain('Fedora 44 RC-1.3')
    const rerun = await nightjar(stage, 'rerun', 'RC-1.3', '--dry-run')
    expect(rerun.out).toContain(`${run} would take it: `)
  })
  // The archive knows what the tree does not tell any more, and the worker may be away, too.
  await lab.tree.close()
  for (const name of ['44_RC-1.3', 'RC-1.3', id, url, 'candidate'])
    expect((await nightjar(stage, 'show', name)).out).toContain(`${run}: broken`)
  expect(await nightjar(stage, 'show', 'RC-9.9')).toMatchObject({ code: 3 })
  expect(lab.openqa.posts().every(({ settings: { BUILD } }) => BUILD === id)).toBe(true)
})

test('a second compose of a label has a run with its id', async () => {
  const [first, second] = ['Fedora-44-20270417.0', 'Fedora-44-20270417.1']
  const twice = [0, 1].map((respin) => ({
    ...night('candidate', compose({ respin, label: 'RC-2.1' })),
    made,
  }))
  await using stage = await setStage({ ...scenario, nights: twice }, '2027-04-17', {
    streams: { candidate: {} },
  })
  const start = async (name: string) => (await nightjar(stage, 'start', 'candidate', '--compose', name)).out
  const shown = async (name: string) => (await nightjar(stage, 'show', name)).out

  stage.clock.begin()
  await expect.poll(() => start(first), { timeout: 60_000 }).toBe('candidate/44/RC-2.1 started\n')
  await withWorker(stage, async () => {
    await expect.poll(() => shown('candidate/44/RC-2.1'), { timeout: 60_000 }).toContain(first)
    expect(await start(second)).toBe(`candidate/44/RC-2.1/${second} started\n`)
    await expect.poll(() => shown(`candidate/44/RC-2.1/${second}`), { timeout: 60_000 }).toContain(second)
    // The archive knows which run has it once that has reported.
    await expect
      .poll(() => shown(second), { timeout: 60_000 })
      .toContain(`candidate/44/RC-2.1/${second}: passed`)
  })
})
