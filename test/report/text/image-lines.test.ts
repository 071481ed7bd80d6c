import { expect, test } from 'vitest'
import type { NeededImage } from '../../../compose/expected/missing-images.ts'
import type { ReportImages } from '../../../report/report.ts'
import { imageChangeParts, missingLines } from '../../../report/text/image-lines.ts'
import { missingImage } from '../test-lines.ts'

const url = 'https://koji.example/koji/taskinfo?taskID=7'
const koji = { task: 7, method: 'createLiveMedia', url, state: 'FAILED', fault: '' }
const lastCompose = 'Fedora-Rawhide-20261123.n.0'
const why = '19 of the last 20 composes had it'

test.each<[Partial<NeededImage>, string]>([
  [{ need: 'required' }, 'required: no earlier compose is known to have it'],
  [{ need: 'expected', isNewlyMissing: true }, 'expected: no earlier compose is known to have it'],
  [{ need: 'expected', isNewlyMissing: true, lastCompose }, 'expected: it was in 20261123.n.0'],
  [{ need: 'required', lastCompose }, 'required: still missing, last in 20261123.n.0'],
  [{ need: 'usual', why }, `usual: no earlier compose is known to have it; ${why}`],
  [{ need: 'usual', why, lastCompose, isNewlyMissing: true }, `usual: it was in 20261123.n.0; ${why}`],
])('a missing image is told with its need, and since when it is missing: %j', (what, words) => {
  const told = missingLines([{ ...missingImage, ...what }])

  expect(told.map((line) => line.trim()).join(' ')).toBe(`KDE live x86_64, ${words}`)
  expect(told[0]).toMatch(/^ {2}KDE/)
  expect(told[1] ?? '    ').toMatch(/^ {4}/)
})

test('the Koji task that explains it is told with its address, and its fault where there is one', () => {
  expect(missingLines([{ ...missingImage, koji }]).slice(1)).toEqual([
    '    Koji task 7 is FAILED',
    `    ${url}`,
  ])
  expect(missingLines([{ ...missingImage, koji: { ...koji, fault: 'no disk' } }])[1]).toBe(
    '    Koji task 7 is FAILED: no disk',
  )
})

test('a long fault is cut', () => {
  const lines = missingLines([{ ...missingImage, koji: { ...koji, fault: '# '.repeat(200) } }])

  expect(lines.join(' ').match(/#/g)).toHaveLength(120)
  expect(lines.at(-2)).toMatch(/^ {4}.*…$/)
  expect(lines.at(-1)).toBe(`    ${url}`)
})

const sized = { name: 'KDE live x86_64', before: 2_000_000_000, after: 2_500_000_000 }
const none = { added: [], gone: [], renamed: [], resized: [] }

function parts(
  changes: Partial<NonNullable<ReportImages['changes']>>,
  tooLarge: ReportImages['tooLarge'] = [],
): readonly string[] {
  return imageChangeParts({ expected: 10, missing: [], changes: { ...none, ...changes }, tooLarge })
}

test('each kind of change is told with its number and the first names', () => {
  expect(
    parts(
      {
        added: ['a', 'b', 'c', 'd'],
        gone: ['e'],
        renamed: ['f is now g'],
        resized: [sized, { ...sized, after: 1_500_000_000 }],
      },
      [{ name: 'Server dvd x86_64', before: 4_700_000_000, after: 4_812_345_678 }],
    ),
  ).toEqual([
    '4 new (a, b, c and 1 more)',
    '1 gone (e)',
    '1 renamed (f is now g)',
    '2 resized (KDE live x86_64 +25 %, KDE live x86_64 -25 %)',
    '1 too large (Server dvd x86_64 4.81 of 4.70 GB)',
  ])
})

test('where nothing changed, or nothing is known, there are no parts', () => {
  expect(parts({})).toEqual([])
  expect(imageChangeParts(null)).toEqual([])
  const tooLarge = [{ name: 'a', before: 1e9, after: 2e9 }]
  expect(imageChangeParts({ expected: 1, missing: [], changes: null, tooLarge })).toEqual([
    '1 too large (a 2.00 of 1.00 GB)',
  ])
})
