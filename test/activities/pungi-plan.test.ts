import { expect, test } from 'vitest'
import { cached, tasksFrom } from '../../sources/koji-cache.ts'
import { completePungi } from '../../activities/pungi-complete.ts'
import { planPungi } from '../../activities/pungi-plan.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { steppedLab } from './stepped-lab.ts'

const date = '2026-11-24'
const compose = 'Fedora-Rawhide-20261124.n.0'
const pace = { lookMs: 0, notBefore: null, nudged: false }

test('a missing image is explained by the task that failed, in the answer that the look before had', async () => {
  await using lab = await steppedLab(failures, date)
  const tools = { ...lab.tools, tasks: cached(tasksFrom(lab.tools.koji)) }
  const night = { stream: 'rawhide', date } as const
  lab.at(500)
  await completePungi(tools, { night, compose, fixed: false, pace }, null)
  const asked = lab.koji.requests()

  const { judged } = await planPungi(tools, compose)

  expect(lab.koji.requests()).toBe(asked)
  expect(judged.missing).toMatchObject([
    { subvariant: 'KDE', type: 'live', arch: 'x86_64', koji: { state: 'FAILED', method: 'createLiveMedia' } },
  ])
})

test('a plan does not wait for Koji to explain a missing image', async () => {
  const offline = { service: 'koji', from: 0, until: 1000, how: 'offline' } as const
  await using lab = await steppedLab({ ...failures, disturbances: [offline] }, date)
  lab.at(500)

  const { judged, posts } = await planPungi(lab.tools, compose)

  expect(judged.missing).toMatchObject([{ subvariant: 'KDE', koji: null }])
  expect(posts.length).toBeGreaterThan(5)
})

test('of a whole compose Koji is asked nothing', async () => {
  await using lab = await steppedLab(failures, date)
  lab.at(500)

  const { judged } = await planPungi(lab.tools, 'Fedora-44-20261124.n.0')

  expect(judged.missing).toEqual([])
  expect(lab.koji.requests()).toBe(0)
})
