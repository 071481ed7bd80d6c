import { expect, test } from 'vitest'
import { coreosFolder, coreosName } from '../../../compose/coreos/coreos-build.ts'
import { parseMetaJson } from '../../../compose/coreos/meta-json.ts'
import { locate } from '../../../compose/expected/opened-compose.ts'
import { upgradeReleases } from '../../../compose/naming/releases.ts'
import { planPosts } from '../../../jobs/plan/plan.ts'
import { wantedByFedora, wantedOfCoreos } from '../../../jobs/plan/wanted.ts'
import { base, build, metaJson, place } from '../../compose/coreos/meta-json-text.ts'
import { paramsOfFedoraOpenqa } from '../../compose/coreos/params-of-fedora-openqa.ts'

const usual = {
  compose: coreosName(build),
  version: '36',
  location: '',
  images: locate(coreosFolder(build, base), parseMetaJson(build, metaJson())),
  arches: ['x86_64'],
  releases: upgradeReleases('36', { stable: [33, 34, 35], branched: [] }),
  label: null,
  wanted: wantedOfCoreos,
  force: 'obsolete',
} as const

test("a build of Fedora CoreOS has one post, with the parameters of fedora_openqa's own test", () => {
  const [post, ...more] = planPosts(usual)
  const { NIGHTJAR: _, ...settings } = post?.settings ?? {}

  expect(more).toEqual([])
  expect(settings).toEqual(paramsOfFedoraOpenqa(`${base}/${place}`))
})

test('nothing but the image of CoreOS is wanted of a build, and nothing of it in a compose', () => {
  const like = { subvariant: 'CoreOS', type: 'colive', format: 'iso' }
  const others = usual.images.flatMap((image) => [
    { ...image, ...like, subvariant: 'Server' },
    { ...image, ...like, type: 'live' },
    { ...image, ...like, format: 'iso.xz' },
  ])

  expect(planPosts({ ...usual, images: others })).toEqual([])
  expect(planPosts({ ...usual, wanted: wantedByFedora })).toEqual([])
})
