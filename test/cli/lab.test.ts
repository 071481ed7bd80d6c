import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeLabSettings } from '../../cli/demo/lab-settings.ts'
import { nightClock } from '../../lab/clock.ts'
import { startLab, type Lab } from '../../lab/lab.ts'
import { doomedThenRespin } from '../../lab/scenarios/doomed-then-respin.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { mash, mashNight } from '../../lab/mash/usual-mash.ts'
import { mashGeneration } from '../../lab/scenarios/mash.ts'
import { haveRsync } from '../have-rsync.ts'
import { unhurried } from '../night/unhurried.ts'
import { printed } from './json/printed.ts'
import { nightjar } from './nightjar.ts'

const date = '2026-11-24'
const rawhide = 'Fedora-Rawhide-20261124.n.0'

describe.skipIf(!haveRsync)("against the lab's Fedora, when its night is over", () => {
  const failed = inLab(failures)

  test('the newest compose is found', async () => {
    const { stdout } = await nightjar('find', 'rawhide', '--date', date, ...failed.config())

    expect(stdout.split('\n')[0]).toBe(`${rawhide} FINISHED_INCOMPLETE`)
  })

  test('a compose is usable when every service says so', async () => {
    const { code, stdout } = await nightjar('state', rawhide, '--json', '--wait', '1', ...failed.config())

    expect(printed('nightjar/state/1', stdout)).toMatchObject({
      kind: 'complete',
      reasons: [
        expect.stringContaining('STATUS is FINISHED_INCOMPLETE'),
        expect.stringContaining('images.json lists 85 images'),
        expect.stringContaining('Koji tasks have ended'),
        expect.stringContaining('the mirror has all 7 wanted images'),
      ],
    })
    expect(code).toBe(0)
  })

  test('the failed Koji task explains the missing image', async () => {
    const expected = await nightjar('expected', rawhide, '--json', ...failed.config())
    const tasks = await nightjar('tasks', rawhide, ...failed.config())
    const json = await nightjar('tasks', rawhide, '--json', ...failed.config())

    expect(printed('nightjar/expected/1', expected.stdout)).toMatchObject({
      missing: [{ subvariant: 'KDE', type: 'live', arch: 'x86_64' }],
    })
    expect(tasks.code).toBe(1)
    expect(tasks.stdout).toMatch(/^Fedora-Rawhide-20261124.n.0 has \d+ Koji tasks: 0 open, 2 failed\n/)
    expect(tasks.stdout).toMatch(/FAILED +Fedora-KDE-Live +x86_64 +KDE live x86_64 +\S/)
    expect(printed('nightjar/tasks/1', json.stdout)).toMatchObject({ compose: rawhide, open: 0, failed: 2 })
  })

  test('the plan is what a night posts, with the releases of the list', async () => {
    const { code, stdout, stderr } = await nightjar('plan', rawhide, ...failed.config())

    const lines = stdout.trim().split('\n')
    expect(lines[0]).toBe(`# ${rawhide}: 9 posts for x86_64`)
    expect(lines.slice(1)).toHaveLength(9)
    for (const line of lines.slice(1)) {
      expect(line).toContain(
        `openqa-cli api --host ${failed.lab().openqa.url} -X POST isos DISTRI=fedora VERSION=Rawhide `,
      )
      expect(line).toContain(' CURRREL=43 RAWREL=45 UP1REL=44 UP2REL=43 ')
    }
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  })

  test('Rawhide and Branched differ by the image that failed', async () => {
    const { stdout } = await nightjar('diff', rawhide, 'Fedora-44-20261124.n.0', '--json', ...failed.config())

    expect(printed('nightjar/diff/1', stdout)).toMatchObject({
      old: rawhide,
      new: 'Fedora-44-20261124.n.0',
      gone: [],
      new_images: [{ subvariant: 'KDE', type: 'live', arch: 'x86_64' }],
      renamed: [],
      resized: [],
    })
  })
})

describe.skipIf(!haveRsync)("against the lab's Fedora, after a doomed compose and its respin", () => {
  const respun = inLab(doomedThenRespin)

  test('the doomed compose is dead, and the respin is the newest', async () => {
    const doomed = await nightjar('state', rawhide, ...respun.config())
    const newest = await nightjar('find', 'rawhide', ...respun.config())

    expect(doomed).toMatchObject({ code: 1, stdout: expect.stringContaining(`${rawhide} is dead`) })
    expect(newest.stdout).toContain('Fedora-Rawhide-20261124.n.1 FINISHED_INCOMPLETE')
  })

  test('the doomed compose is passed over by what the respin is compared with', async () => {
    const previous = await nightjar('previous', 'Fedora-Rawhide-20261124.n.1', ...respun.config())
    const diff = await nightjar('diff', 'Fedora-Rawhide-20261124.n.1', ...respun.config())

    expect(previous.stdout.split('\n')[0]).toBe('Fedora-Rawhide-20261123.n.0')
    expect(diff.stdout).toMatch(/^Fedora-Rawhide-20261124.n.1 against Fedora-Rawhide-20261123.n.0: /)
  })
})

describe.skipIf(!haveRsync)("against the lab's Fedora of 2015", () => {
  const old = inLab({
    ...mashGeneration,
    nights: [
      mashNight(
        'rawhide',
        mash({ pace: { pause: 180, failing: ['Fedora-Live-KDE-x86_64', 'Fedora-Minimal-armhfp'] } }),
      ),
      ...mashGeneration.nights.filter(({ stream }) => stream === 'branched'),
    ],
  })
  const nightly = 'Rawhide__20261124'

  test('a nightly without metadata has its boot images and what Koji made', async () => {
    const { code, stdout } = await nightjar('images', nightly, '-t', 'boot,live', ...old.config())

    expect(code).toBe(0)
    expect(stdout).toContain(`/mash/rawhide-20261124/rawhide/x86_64/os/images/boot.iso\n`)
    expect(stdout).toMatch(/\/tasks\/\d+\/\d+\/Fedora-Live-Workstation-x86_64-rawhide-20261124\S*\.iso\n/)
  })

  test('it is complete when its Koji tasks have settled', async () => {
    const { code, stdout, stderr } = await nightjar('state', nightly, '--wait', '1', ...old.config())

    expect(stdout).toMatch(/^Rawhide__20261124 is complete: it can be tested\n {2}logs\/finish is there\n/)
    expect(stderr).toContain('more may come')
    expect(code).toBe(0)
  })

  test('the newest nightly of the date is found, and it has no STATUS', async () => {
    const found = await nightjar('find', 'branched', '--date', date, ...old.config())
    const json = await nightjar('find', 'rawhide', '--date', date, '--json', ...old.config())

    expect(found).toMatchObject({ code: 0, stderr: '' })
    expect(found.stdout).toMatch(/^44_Branched_20261124\nhttp:\S+\/mash\/branched-20261124\/44\n$/)
    expect(printed('nightjar/find/1', json.stdout)).toMatchObject({ compose: nightly, date, status: null })
  })

  test('the failed Koji tasks explain its missing images', async () => {
    const tasks = await nightjar('tasks', nightly, ...old.config())

    expect(tasks.code).toBe(1)
    expect(tasks.stdout).toMatch(/FAILED +Fedora-Live-KDE-x86_64 +x86_64 +KDE live x86_64 +\S/)
    expect(tasks.stdout).toMatch(/FAILED +Fedora-Minimal-armhfp +armv7hl +Minimal raw-xz armhfp +\S/)
  })

  test('it is judged by the list of its time, and planned in the form of its time', async () => {
    const expected = await nightjar('expected', nightly, ...old.config())
    const tasks = await nightjar('tasks', nightly, ...old.config())
    const plan = await nightjar('plan', nightly, ...old.config())

    expect(expected.stdout).toMatch(/^Rawhide__20261124 (has all|lacks)/)
    expect(tasks.stdout).toMatch(/^Rawhide__20261124 has \d+ Koji tasks: 0 open, \d failed\n/)
    expect(plan.stdout.split('\n')[0]).toBe(`# ${nightly}: 3 posts for x86_64`)
    expect(plan.stdout).toContain(' FLAVOR=workstation_live ARCH=x86_64 BUILD=Rawhide__20261124 ')
  })
})

/** A lab whose whole night is played in a third of a second, and a configuration for it. */
function inLab(scenario: typeof failures) {
  let lab: Lab | undefined
  let folder = ''
  const there = (): Lab => {
    if (lab) return lab
    throw new Error('the lab is not started')
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nightjar-lab-'))
    const clock = nightClock(60 * 2000)
    lab = await startLab({ scenario, date, clock, folder })
    const taskQueue = 'none'
    await writeLabSettings(lab, { folder, taskQueue, temporalUi: 'http://127.0.0.1:1', patience: unhurried })
    const over = new Promise<void>((resolve) => void clock.at(600, resolve))
    clock.begin()
    await over
  })
  afterAll(async () => {
    await lab?.close()
    await rm(folder, { recursive: true, force: true })
  })
  return { lab: there, config: () => ['--config', join(folder, 'nightjar.toml')] }
}
