import { expect, test } from 'vitest'
import { locate } from '../../../compose/expected/opened-compose.ts'
import { mashPosts } from '../../../jobs/plan/mash-posts.ts'
import { image } from '../nightly-images.ts'

test('the posts for a nightly of 2015 are those of its discs, on the arches that are tested', () => {
  const names = ['Workstation live iso x86_64', 'Server boot raw.xz x86_64', 'Generic boot iso i386']
  const images = locate(
    'https://kojipkgs.example/mash',
    names.map((name) => image(name)),
  )
  const posts = mashPosts({ kind: 'mash', version: '23', date: '20150820' }, images, { arches: ['x86_64'] })

  expect(posts.map(({ flavor }) => flavor)).toEqual(['workstation_live', 'universal'])
  expect(posts[0]?.settings).toMatchObject({
    BUILD: '23_Branched_20150820',
    VERSION: '23',
    ISO_URL: images[0]?.url,
  })
})
