import { expect, test } from 'vitest'

import { timedLab } from '../../openqa-lab.ts'

test('a failed parent has what hangs on it skipped', async () => {
  const { at, post, standing } = await timedLab({ outcomes: () => [{ test: 'upload', result: 'failed' }] })
  await post()
  at(100)

  expect(await standing()).toMatchObject({
    upload: 'done/failed',
    selinux: 'cancelled/skipped',
    client: 'cancelled/skipped',
    install: 'done/passed',
  })
})

test.each([
  [{ result: 'failed' as const, passesOnRetry: true }, 'failed'],
  [{ result: 'incomplete' as const, passesOnRetry: true }, 'incomplete'],
])('openQA clones a job that is retried a moment after its end: %o', async (script, result) => {
  const { at, post, jobs, standing } = await timedLab({
    outcomes: () => [{ test: 'selinux', ...script }],
    cloneAfter: 2,
  })
  await post({ TEST: 'selinux' })
  const seen = new Set<string>()

  for (let minute = 0; minute < 60; minute += 0.5) {
    at(minute)
    const first = (await jobs()).find(({ test: name }) => name === 'selinux')
    seen.add(`${first?.state}/${first?.result}/${first?.cloneId === null ? 'no clone' : 'cloned'}`)
  }

  expect([...seen].slice(-2)).toEqual([`done/${result}/no clone`, `done/${result}/cloned`])
  expect(await standing()).toEqual({ upload: 'done/passed', selinux: 'done/passed' })
})

test('a job that passes on restart fails until a client restarts it', async () => {
  const { at, post, client, standing } = await timedLab({
    outcomes: () => [{ test: 'upload', result: 'failed', passesOnRestart: true }],
  })
  const [id = 0] = await post({ TEST: 'upload' })
  at(30)
  const before = await standing()
  await client.restart(id)
  at(60)

  expect(before).toEqual({ upload: 'done/failed' })
  expect(await standing()).toEqual({ upload: 'done/passed' })
})

test('a job that hangs runs for ever', async () => {
  const { at, post, standing } = await timedLab({
    outcomes: () => [{ test: 'upload', result: 'failed', hangs: true }],
  })
  await post({ TEST: 'selinux' })
  at(100_000)

  expect(await standing()).toEqual({ upload: 'running/none', selinux: 'scheduled/none' })
})

test('a known bug comes as a comment', async () => {
  const bug = 'brc#1234567'
  const { at, post, client } = await timedLab({ outcomes: () => [{ test: 'upload', result: 'failed', bug }] })
  const [id = 0] = await post({ TEST: 'upload' })
  at(30)

  expect(await client.comments(id)).toMatchObject([{ bugrefs: [bug] }])
})

test('scripts are told apart by flavor, arch and machine', async () => {
  const { at, post, jobs } = await timedLab({
    outcomes: () => [
      { test: 'install', machine: 'uefi', result: 'softfailed' },
      { test: 'install', arch: 'aarch64', result: 'failed' },
      { flavor: 'universal', result: 'failed' },
    ],
  })
  await post({ TEST: 'install' })
  at(30)

  expect((await jobs()).map(({ machine, result }) => `${machine} ${result}`)).toEqual([
    '64bit passed',
    'uefi softfailed',
  ])
})
