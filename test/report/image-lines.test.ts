import { expect, test } from 'vitest'
import { imageLines } from '../../report/image-lines.ts'

const image = {
  subvariant: 'KDE',
  type: 'live',
  arch: 'x86_64',
  blocking: true,
  why: 'a desktop',
  koji: null,
}
const url = 'https://koji.example/koji/taskinfo?taskID=7'
const koji = { task: 7, method: 'createLiveMedia', url, state: 'FAILED', fault: '' }

test('a missing image is named with its weight and why it is expected', () => {
  expect(imageLines([image, { ...image, type: 'boot', blocking: false }])).toEqual([
    '  KDE live x86_64 (blocking): a desktop',
    '  KDE boot x86_64 (not blocking): a desktop',
  ])
  expect(imageLines([])).toEqual([])
})

test('the Koji task that explains it is told with its address, and its fault where there is one', () => {
  expect(imageLines([{ ...image, koji }])).toEqual([
    '  KDE live x86_64 (blocking): a desktop',
    '    Koji task 7 is FAILED',
    `    ${url}`,
  ])
  expect(imageLines([{ ...image, koji: { ...koji, fault: 'no disk' } }])[1]).toBe(
    '    Koji task 7 is FAILED: no disk',
  )
})

test('a long fault is cut, and a long reason goes on in a line that hangs', () => {
  const lines = imageLines([
    { ...image, why: 'word '.repeat(20), koji: { ...koji, fault: '# '.repeat(200) } },
  ])

  expect(lines[1]).toMatch(/^ {4}word/)
  expect(lines.join(' ').match(/#/g)).toHaveLength(120)
  expect(lines.at(-2)).toMatch(/^ {4}.*…$/)
})
