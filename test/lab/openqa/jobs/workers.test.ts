import { expect, test } from 'vitest'

import { actOn, timedLab } from '../../openqa-lab.ts'

test('jobs run on lab time: first those that wait for nothing, then the others', async () => {
  const { at, post, standing } = await timedLab()
  await post()

  const first = await standing()
  at(5)
  const running = await standing()
  at(100)
  const end = await standing()

  expect(first).toMatchObject({ install: 'assigned/none', selinux: 'scheduled/none' })
  expect(running).toMatchObject({
    install: 'running/none',
    selinux: 'scheduled/none',
    client: 'scheduled/none',
  })
  expect(new Set(Object.values(end))).toEqual(new Set(['done/passed']))
})

test('a job goes through the states of a real worker', async () => {
  const { at, post, jobs } = await timedLab()
  await post({ TEST: 'upload' })
  const states: string[] = []

  for (let minute = 0; minute <= 16; minute += 0.05) {
    at(minute)
    const [job] = await jobs()
    if (job && states.at(-1) !== job.state) states.push(job.state)
  }

  expect(states).toEqual(['assigned', 'setup', 'running', 'uploading', 'done'])
})

test('what ran has a worker, times, and modules', async () => {
  const { at, post, client } = await timedLab({ outcomes: () => [{ test: 'upload', result: 'failed' }] })
  await post({ TEST: 'upload' })
  at(30)

  expect(await client.jobsOfBuild('B')).toMatchObject({
    jobs: [
      {
        assigned_worker_id: expect.any(Number),
        result: 'failed',
        t_started: expect.stringMatching(/^\d{4}-/),
        t_finished: expect.stringMatching(/^\d{4}-/),
        modules: [{ result: 'passed' }, { name: 'upload', result: 'failed' }],
      },
    ],
  })
})

test.each([2, 3, 4])(
  'no more jobs run than %i workers can, and parallel partners start together',
  async (workers) => {
    const { at, post, jobs } = await timedLab({ workers })
    await post()

    for (let minute = 0; minute < 150; minute += 1) {
      at(minute)
      const running = (await jobs()).filter(({ state }) => !['scheduled', 'done'].includes(state))
      expect(running.length).toBeLessThanOrEqual(workers)
    }

    const started = new Map((await jobs()).map((job) => [job.test, job.startedAt]))
    expect(started.get('client')).toBe(started.get('controller'))
  },
)

test('parallel partners wait until there is a worker for each', async () => {
  const { at, post, standing } = await timedLab({
    workers: 2,
    outcomes: () => [{ test: 'install', machine: '64bit', result: 'failed', hangs: true }],
  })
  await post()
  at(200)

  expect(await standing()).toMatchObject({
    selinux: 'done/passed',
    controller: 'scheduled/none',
    client: 'scheduled/none',
  })
})

test('a running job that is restarted shows a result while it runs, and is aborted', async () => {
  const { at, post, client, jobs } = await timedLab()
  const [id = 0] = await post({ TEST: 'upload' })
  at(3)
  await client.restart(id)

  const [origin] = await jobs()
  at(4)
  const [aborted, clone] = await jobs()

  expect(origin).toMatchObject({ state: 'running', result: 'user_restarted', cloneId: clone?.id })
  expect(aborted).toMatchObject({ state: 'done', result: 'user_restarted', reason: 'abort' })
})

test('a running job that is cancelled is done a moment later, and what hangs on it is skipped', async () => {
  const { at, post, jobs, lab } = await timedLab()
  const [id = 0] = await post({ TEST: 'selinux' })
  at(3)
  await actOn(lab.url, `/jobs/${id}/cancel`, 'reason=user+stop')

  const [cancelled, child] = await jobs()
  at(4)
  const [done, freed] = await jobs()

  expect(cancelled).toMatchObject({ state: 'cancelled', result: 'user_cancelled', reason: 'user stop' })
  expect(child).toMatchObject({ state: 'cancelled', result: 'skipped', blockedById: id })
  expect(freed).toMatchObject({ state: 'cancelled', blockedById: null })
  expect(done).toMatchObject({ state: 'done', result: 'user_cancelled', reason: 'user stop' })
})

test('a partner that still runs when its parallel job fails is parallel_failed', async () => {
  const { at, post, jobs } = await timedLab({
    outcomes: () => [
      { test: 'client', result: 'failed' },
      { test: 'controller', result: 'failed', hangs: true },
    ],
  })
  await post({ TEST: 'client' })
  at(100)

  expect((await jobs()).map(({ test: name, state, result }) => `${name} ${state}/${result}`)).toEqual([
    'upload done/passed',
    'controller done/parallel_failed',
    'client done/failed',
  ])
})
