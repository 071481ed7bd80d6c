import { expect, test } from 'vitest'
import { makePlan } from '../../activities/plan-compose.ts'
import type { LabScenario } from '../../lab/script.ts'
import { mash, mashNight, type OtherwiseMash } from '../../lab/mash/usual-mash.ts'
import { steppedLab } from '../sources/stepped-lab.ts'

const date = '2026-11-24'

function nightOf(otherwise: OtherwiseMash): LabScenario {
  return {
    name: 'stepped',
    title: 'stepped',
    branched: 44,
    generation: 'mash',
    nights: [mashNight('rawhide', mash(otherwise)), mashNight('branched', mash())],
    disturbances: [],
    expects: { rawhide: '', branched: '' },
  }
}

test('a nightly of 2015 is posted by its discs, each by the URL where it lies', async () => {
  await using lab = await steppedLab(nightOf({}), date)
  lab.at(600)

  const { url, version, posts } = await makePlan(lab.tools, 'Rawhide__20261124')

  expect({ url, version }).toEqual({
    url: `${lab.tree.url}/mash/rawhide-20261124/rawhide`,
    version: 'Rawhide',
  })
  expect(posts.map(({ flavor, arch }) => `${flavor} ${arch}`)).toEqual([
    'generic_boot x86_64',
    'workstation_live x86_64',
    'universal x86_64',
  ])
  expect(posts.map(({ settings }) => settings['ISO_URL'])).toEqual([
    `${url}/x86_64/os/images/boot.iso`,
    expect.stringMatching(
      /^http:\/\/127\.0\.0\.1\/work\/tasks\/\d+\/\d+\/Fedora-Live-Workstation-x86_64-rawhide-20261124\.x86_64\.iso$/,
    ),
    `${url}/x86_64/os/images/boot.iso`,
  ])
  expect(new Set(posts.map(({ settings }) => settings['BUILD']))).toEqual(new Set(['Rawhide__20261124']))
})

test('two nightlies of a date do not name the same release', async () => {
  await using lab = await steppedLab(nightOf({}), date)
  lab.at(600)

  const { posts, version } = await makePlan(lab.tools, '44_Branched_20261124')

  expect(version).toBe('44')
  expect(new Set(posts.map(({ settings }) => `${settings['VERSION']} ${settings['BUILD']}`))).toEqual(
    new Set(['44 44_Branched_20261124']),
  )
})

test('an image that is missing is explained by the task that failed to make it', async () => {
  await using lab = await steppedLab(nightOf({ pace: { failing: ['Fedora-Live-KDE-i686'] } }), date)
  lab.at(600)

  const { judged } = await makePlan(lab.tools, 'Rawhide__20261124')

  expect(judged?.expected).toBe(11)
  expect(judged?.missing).toMatchObject([
    { subvariant: 'KDE', type: 'live', arch: 'i386', koji: { method: 'createLiveCD', state: 'FAILED' } },
  ])
})

test('an arch has no boot image if its pungify failed', async () => {
  await using lab = await steppedLab(nightOf({ arches: ['i386', 'armhfp'] }), date)
  lab.at(600)

  const { judged, posts } = await makePlan(lab.tools, 'Rawhide__20261124')

  expect(judged?.missing).toMatchObject([{ subvariant: 'Generic', type: 'boot', arch: 'x86_64' }])
  expect(posts.map(({ flavor }) => flavor)).toEqual(['workstation_live', 'universal'])
})

test('where nobody asks Koji there are boot images to test, and no other', async () => {
  await using lab = await steppedLab(nightOf({}), date, { kojiRequired: false })
  lab.at(600)

  const { images, posts } = await makePlan(lab.tools, 'Rawhide__20261124')

  expect(images).toHaveLength(3)
  expect(posts.map(({ flavor }) => flavor)).toEqual(['generic_boot', 'universal'])
  expect(lab.koji.requests()).toBe(0)
})
