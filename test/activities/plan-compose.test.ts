import { expect, test } from 'vitest'
import { cached, tasksFrom } from '../../sources/koji-cache.ts'
import type { ComposeTools } from '../../sources/compose-tools.ts'
import { makePlan } from '../../activities/plan-compose.ts'
import { parseComposeName } from '../../compose/naming/compose-name.ts'
import { noMemory } from '../../sources/compose-state.ts'
import { lookAtCompose } from '../../sources/look-at-compose.ts'
import type { ComposeTree } from '../../clients/compose-tree.ts'
import { green } from '../../lab/scenarios/green.ts'
import { failures } from '../../lab/scenarios/failures.ts'
import { steppedLab } from '../sources/stepped-lab.ts'

const date = '2026-11-24'
const compose = 'Fedora-Rawhide-20261124.n.0'

test('a missing image is explained by the task that failed, in the answer that the look before had', async () => {
  await using lab = await steppedLab(failures, date)
  const tools: ComposeTools = {
    ...lab.tools,
    tasks: cached(tasksFrom(lab.tools.koji)),
    all: async () => tools,
  }
  lab.at(500)
  await lookAtCompose(tools, parseComposeName(compose), noMemory, { apartMs: 0, alone: false })
  const asked = lab.koji.requests()

  const { judged } = await makePlan(tools, compose)

  expect(lab.koji.requests()).toBe(asked)
  expect(judged?.missing).toMatchObject([
    { subvariant: 'KDE', type: 'live', arch: 'x86_64', koji: { state: 'FAILED', method: 'createLiveMedia' } },
  ])
})

test('a plan does not wait for Koji to explain a missing image', async () => {
  const offline = { service: 'koji', from: 0, until: 1000, how: 'offline' } as const
  await using lab = await steppedLab({ ...failures, disturbances: [offline] }, date)
  lab.at(500)

  const { judged, posts } = await makePlan(lab.tools, compose)

  expect(judged?.missing).toMatchObject([{ subvariant: 'KDE', koji: null }])
  expect(posts.length).toBeGreaterThan(5)
})

test('of a whole compose Koji is asked nothing', async () => {
  await using lab = await steppedLab(failures, date)
  lab.at(500)

  const { judged } = await makePlan(lab.tools, 'Fedora-44-20261124.n.0')

  expect(judged?.missing).toEqual([])
  expect(lab.koji.requests()).toBe(0)
})

test('a compose whose images.json is another one’s is not planned', async () => {
  await using lab = await steppedLab(green, date)
  lab.at(500)
  const tree: ComposeTree = {
    ...lab.tools.tree,
    read: async (url, options) =>
      (await lab.tools.tree.read(url, options)).replaceAll(compose, 'Fedora-Rawhide-20261123.n.0'),
  }

  const planning = makePlan({ ...lab.tools, tree }, compose)

  await expect(planning).rejects.toThrow(`expected the images.json of ${compose}, got that of`)
})

test('a release list that cannot be read keeps no compose from its tests, and the plan says what it guessed', async () => {
  await using lab = await steppedLab(green, date)
  lab.at(500)
  const known = await makePlan(lab.tools, compose)

  const guessed = await makePlan({ ...lab.tools, releases: `${lab.tree.url}/nowhere.json` }, compose)

  expect(guessed.posts.map(({ flavor, arch }) => [flavor, arch])).toEqual(
    known.posts.map(({ flavor, arch }) => [flavor, arch]),
  )
  expect(known.warnings).toEqual([])
  expect(guessed.warnings).toEqual([
    expect.stringMatching(/^the release list could not be read .* are guessed/),
  ])
})
