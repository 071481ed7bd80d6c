import { expect, test } from 'vitest'

import { parseImages } from '../../compose/images/images-json.ts'
import { locate } from '../../compose/expected/opened-compose.ts'
import { planPosts } from '../../jobs/plan/plan.ts'
import { newerThan2019 } from './newer-than-2019.ts'
import { realComposes, type RealCompose } from '../compose/real-composes.ts'
import { templates2019 } from '../recorded/templates-2019.ts'

/** What today's list posts and the templates of 2019 already knew. */
const known = [
  'Everything-boot-iso x86_64',
  'KDE-live-iso x86_64',
  'Server-boot-iso aarch64',
  'Server-boot-iso ppc64le',
  'Server-boot-iso x86_64',
  'Server-dvd-iso aarch64',
  'Server-dvd-iso ppc64le',
  'Server-dvd-iso x86_64',
  'Silverblue-dvd_ostree-iso x86_64',
  'Workstation-live-iso x86_64',
  'universal aarch64',
  'universal ppc64le',
  'universal x86_64',
]

test("every recorded compose's posts match the templates of April 2019, but for the flavors that are newer", () => {
  const products = new Set(templates2019.Products.map(({ flavor, arch }) => `${flavor} ${arch}`))

  const posted = [...new Set(realComposes.flatMap(flavors))]

  expect(new Set(posted.filter((name) => !products.has(name)))).toEqual(new Set(Object.keys(newerThan2019)))
  expect(new Set(posted.filter((name) => products.has(name)))).toEqual(new Set(known))
})

function flavors({ id, release, text }: RealCompose): readonly string[] {
  const location = `https://kojipkgs.example/compose/${id}/compose`
  const posts = planPosts({
    compose: id,
    version: String(release),
    location,
    images: locate(location, parseImages(text).images),
    label: null,
    arches: ['x86_64', 'aarch64', 'ppc64le'],
    releases: { CURRREL: '43', RAWREL: '45', UP1REL: '43', UP2REL: '42' },
  })
  return posts.map(({ flavor, arch }) => `${flavor} ${arch}`)
}
