import { expect, test } from 'vitest'
import { postsOf, templatesFor } from '../../../bench/openqa/templates.ts'
import { date, scenario } from '../../../bench/openqa/scenario.ts'
import { openQa, type OpenQa } from '../../../clients/openqa/openqa.ts'
import { ClientFailure } from '../../../clients/failure.ts'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { phaseOf } from '../../../jobs/results/job-state.ts'
import { parseJobsOfBuild } from '../../../jobs/results/parse-jobs.ts'
import { watchBuilds } from '../../../sources/openqa/build-watch.ts'
import { counted } from './counted-client.ts'
import { actOn, timedLab, type TimedLab } from '../../lab/openqa-lab.ts'

const minutes = 60_000

/** What counts of a build, as a look at all jobs shows it. What blocks a job and how it runs is no news. */
function counting(jobs: Parameters<typeof buildJobs>[0]) {
  return buildJobs(jobs).latest.map(({ state, ...job }) => ({
    ...job,
    phase: phaseOf(state),
    blockedById: null,
  }))
}

async function all(client: OpenQa, build: string) {
  return counting(parseJobsOfBuild(build, await client.jobsOfBuild(build)))
}

/** A small build, watched without a threshold. */
async function smallWatch(lab: TimedLab) {
  const watched = counted(lab.client)
  let at = 0
  const watch = watchBuilds({ smallest: 0, now: () => at * minutes })
  return {
    asked: watched.asked,
    passed: (minute: number) => {
      at = minute
    },
    look: async () => {
      watched.asked.length = 0
      return counting(await watch.jobs(watched.client, 'B', 'all hourly'))
    },
  }
}

test('a night of 300 jobs asks for a fifth of the bytes, and each look sees what a look at all jobs sees', async () => {
  const posts = postsOf(scenario, date)
  const build = posts[0]?.settings['BUILD'] ?? ''
  const { at, client, lab } = await timedLab({
    templates: templatesFor(posts, 300),
    jobMinutes: 25,
    outcomes: () => scenario.nights[0]?.composes[0]?.jobs ?? [],
  })
  for (const { settings } of posts) await client.post(settings)
  let minute = 0
  const whole = counted(client)
  const watched = counted(client)
  const watch = watchBuilds({ now: () => minute * minutes })

  let pending = 1
  for (; pending > 0; minute += 2) {
    at(minute)
    const seen = counting(await watch.jobs(watched.client, build, 'all once ended'))
    expect(seen).toEqual(await all(whole.client, build))
    pending = lab.jobs().filter(({ state }) => state !== 'done' && state !== 'cancelled').length
  }

  expect(lab.jobs().length).toBeGreaterThan(300)
  expect(watched.asked.at(-1)).toBe('all')
  expect(watched.bytes() * 5).toBeLessThan(whole.bytes())
})

test('a small build is asked for as a whole, in one request a look', async () => {
  const lab = await timedLab()
  await lab.post()
  const { client, asked } = counted(lab.client)
  const watch = watchBuilds()

  await watch.jobs(client, 'B', 'all once ended')
  await watch.jobs(client, 'B', 'all once ended')

  expect(asked).toEqual(['all', 'all'])
})

test('where nothing changed, no job is asked for', async () => {
  const lab = await timedLab({ workers: 0 })
  await lab.post()
  const { look, asked } = await smallWatch(lab)
  await look()

  expect(await look()).toEqual(await all(lab.client, 'B'))
  expect(asked).toEqual(['new', 'ids', 'ids'])
})

test('a later post is seen, also where its jobs ended before the next look', async () => {
  const lab = await timedLab()
  await lab.post()
  const { look } = await smallWatch(lab)
  await look()
  await lab.post({ FLAVOR: 'universal' })
  lab.at(60)

  const seen = await look()

  expect(seen.filter(({ flavor }) => flavor === 'universal')).toMatchObject([{ phase: 'ended' }])
  expect(seen).toEqual(await all(lab.client, 'B'))
})

test('a job that a person runs again is pending again, as its clone', async () => {
  const lab = await timedLab()
  const [id = 0] = await lab.post({ FLAVOR: 'universal' })
  lab.at(60)
  const { look } = await smallWatch(lab)
  expect(await look()).toMatchObject([{ id, phase: 'ended' }])
  await actOn(lab.lab.url, `/jobs/${id}/restart`, '')

  const seen = await look()

  expect(seen).toMatchObject([{ phase: 'running' }])
  expect(seen[0]?.id).toBeGreaterThan(id)
})

test.each([
  ['cancelled', async ({ lab }: TimedLab) => await actOn(lab.url, '/jobs/cancel', 'BUILD=B')],
  ['obsoleted', async ({ post }: TimedLab) => void (await post({ _OBSOLETE: '1', BUILD: 'B2' }))],
])('jobs that are %s have ended', async (_, act) => {
  const lab = await timedLab({ workers: 2 })
  await lab.post()
  const { look } = await smallWatch(lab)
  await look()
  await act(lab)

  const seen = await look()

  expect(seen.map(({ phase }) => phase)).toEqual(seen.map(() => 'ended'))
  expect(seen).toEqual(await all(lab.client, 'B'))
})

test('what a person relabels is seen within the hour', async () => {
  const lab = await timedLab({ outcomes: () => [{ result: 'failed' }] })
  const [id = 0] = await lab.post({ FLAVOR: 'universal' })
  lab.at(60)
  const { look, passed } = await smallWatch(lab)
  await look()
  await actOn(lab.lab.url, `/jobs/${id}/comments`, 'text=label%3Aforce_result%3Asoftfailed%3Aknown')

  passed(59)
  expect(await look()).toMatchObject([{ result: 'failed' }])
  passed(60)
  expect(await look()).toEqual(await all(lab.client, 'B'))
})

test('an openQA that answers only for all jobs is asked for all of them', async () => {
  const lab = await timedLab()
  await lab.post()
  const { client, asked } = counted(lab.client)
  const watch = watchBuilds({ smallest: 0 })
  const proxied: OpenQa = {
    ...client,
    idsOfBuild: async () => {
      throw new ClientFailure('refused', 'openQA', 'answered 403')
    },
  }

  await watch.jobs(proxied, 'B', 'all hourly')
  const seen = counting(await watch.jobs(proxied, 'B', 'all hourly'))

  expect(seen).toEqual(await all(lab.client, 'B'))
  expect(asked).toEqual(['all', 'new', 'all'])
})

test('an openQA that does not answer is no openQA without jobs', async () => {
  const lab = await timedLab()
  await lab.post()
  const watch = watchBuilds({ smallest: 0 })
  await watch.jobs(lab.client, 'B', 'all hourly')
  await lab.lab.close()

  await expect(watch.jobs(openQa({ url: lab.lab.url }), 'B', 'all hourly')).rejects.toThrow(ClientFailure)
})
