import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { briefCompose, briefly } from './brief.ts'
import { nightjar } from './nightjar.ts'
import { setStage, withWorker } from './stage.ts'

test('a night that is started for some flavors posts these and reports on them', async () => {
  await using stage = await setStage(briefly('flavors', [briefCompose()]), '2026-01-13')
  stage.clock.begin()
  const { file, place } = stage
  const env = { ...process.env, TEMPORAL_ADDRESS: place.options.address, NIGHTJAR_CONFIG: file }
  const args = ['start', 'rawhide', '--date', stage.date, '--flavors', 'Universal,KDE-live-iso', '--wait']

  const { stdout } = await withWorker(stage, () =>
    promisify(execFile)(process.execPath, ['cli/main.ts', ...args], { env }),
  )

  expect(stdout).toContain('PASSED')
  const posted = stage.lab.openqa.posts().map(({ settings }) => settings['FLAVOR'] ?? '')
  expect(new Set(posted)).toEqual(new Set(['KDE-live-iso', 'universal']))
})

test('a night that is started for an arch posts for it alone', async () => {
  await using stage = await setStage(briefly('arches', [briefCompose()]), '2026-01-15')
  stage.clock.begin()
  const start = (...args: readonly string[]) =>
    nightjar(stage, 'start', 'rawhide', '--date', stage.date, ...args)

  const ran = await withWorker(stage, () => start('--arch', 'aarch64', '--wait'))

  expect(ran.out).toContain('PASSED')
  const posted = stage.lab.openqa.posts().map(({ settings }) => settings['ARCH'])
  expect(new Set(posted)).toEqual(new Set(['aarch64']))
  expect(await start('--arch', 'x86_64;rm')).toMatchObject({
    code: 2,
    err: expect.stringContaining('expected arches such as x86_64,aarch64, not "x86_64;rm"'),
  })
})
