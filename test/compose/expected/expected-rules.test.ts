import { expect, test } from 'vitest'
import { expectedImages } from '../../../compose/expected/expected.ts'
import { newest } from '../../../compose/expected/expected-rule.ts'
import { lineups, type Lineup } from '../../../compose/expected/lineup.ts'
import { imageName } from '../../../compose/images/image.ts'

const names = [
  'fedora',
  'mash',
  'mash-autumn',
  'two-week-atomic',
  'cloud',
  'container',
  'eln',
  'iot',
  'respin',
] as const
/** Every release from before the first rule until after the last rule that ends. */
const releases = [...Array.from({ length: 40 }, (_, at) => at + 15), newest]

test('the expected images of every lineup, with their releases, are those of the golden file', async () => {
  await expect(`${names.map(shown).join('\n\n')}\n`).toMatchFileSnapshot('../golden/expected-images.txt')
})

test('the golden file has every lineup except the one without expected images', () => {
  expect([...names, 'other']).toEqual(Object.keys(lineups))
})

test.each(names)('every expected image of the lineup %s has a reason', (lineup) => {
  const images = releases.flatMap((release) => expectedImages(release, lineup))

  expect(images.filter(({ why }) => why.length < 9)).toEqual([])
})

/** A line for each image: `KDE raw-xz armhfp, 20 to 22, blocking: true`. */
function shown(lineup: Lineup): string {
  const expected = releases.flatMap((release) =>
    expectedImages(release, lineup).map((image) => ({
      release,
      name: imageName(image),
      blocks: image.blocking,
    })),
  )
  const lines = [...Map.groupBy(expected, ({ name }) => name)].map(([name, found]) => {
    const [first, last] = [found.at(0)?.release, found.at(-1)?.release]
    const blocking = [...new Set(found.map(({ blocks }) => String(blocks)))].join(' and ')
    return `  ${name}, ${first} to ${last === newest ? 'Rawhide' : last}, blocking: ${blocking}`
  })
  return [lineup, ...lines].join('\n')
}
