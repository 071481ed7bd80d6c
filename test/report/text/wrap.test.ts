import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrap } from '../../../report/text/wrap.ts'

const x = (count: number) => 'x'.repeat(count)

test('a line takes 72 columns, and a word that would need one more begins the next', () => {
  expect(wrap(`${x(64)} ${x(7)}`)).toEqual([`${x(64)} ${x(7)}`])
  expect(wrap(`${x(64)} ${x(8)}`)).toEqual([x(64), x(8)])
})

test('the first line is indented by itself, and all others hang', () => {
  const words = [x(50), x(50), x(50)].join(' ')

  expect(wrap(words, '  ', '    ')).toEqual([`  ${x(50)}`, `    ${x(50)}`, `    ${x(50)}`])
  expect(wrap(words, '  ')).toEqual([`  ${x(50)}`, `  ${x(50)}`, `  ${x(50)}`])
})

test('indents count among the columns', () => {
  expect(wrap(`${x(40)} ${x(29)} ${x(40)} ${x(27)}`, '  ', '    ')).toEqual([
    `  ${x(40)} ${x(29)}`,
    `    ${x(40)} ${x(27)}`,
  ])
  expect(wrap(`${x(40)} ${x(30)} ${x(37)} y`, '  ', '    ')).toEqual([
    `  ${x(40)}`,
    `    ${x(30)} ${x(37)}`,
    '    y',
  ])
})

test.each([
  [72, '', '', [72]],
  [73, '', '', [72, 1]],
  [145, '', '', [72, 72, 1]],
  [68, '  ', '    ', [68]],
  [69, '  ', '    ', [68, 1]],
  [68, '    ', '', [68]],
  [69, '    ', '', [68, 1]],
])('a word of %i letters, indented by %j and %j, is cut into %j', (length, indent, hanging, pieces) => {
  const lines = wrap(x(length), indent, hanging)

  expect(lines).toEqual(pieces.map((piece, nth) => `${nth === 0 ? indent : hanging}${x(piece)}`))
})

test('letters are counted, not the units they are stored in', () => {
  expect(wrap('😀'.repeat(73))).toEqual(['😀'.repeat(72), '😀'])
  expect(wrap(`${'😀'.repeat(40)} ${'😀'.repeat(31)}`)).toHaveLength(1)
})

test.each(['http://', 'https://'])('an address that begins with %s stays whole', (start) => {
  const url = `${start}${x(400)}`

  expect(wrap(`see ${url} there`, '  ', '    ')).toEqual(['  see', `    ${url}`, '    there'])
  expect(wrap(`see ${url}x there`).length).toBeGreaterThan(4)
})

test.each(['ftp://', 'xhttps://', 'https:/', 'httpss://'])('a word that begins with %s is cut', (start) => {
  expect(wrap(`${start}${x(100)}`)).toHaveLength(2)
})

test('text without words has no lines', () => {
  expect(wrap('', '  ')).toEqual([])
  expect(wrap(' \n\t ', '  ', '    ')).toEqual([])
})

test('no letter is lost and no line is longer than a mail allows', () => {
  const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'é', '😀'), minLength: 1, maxLength: 200 }), {
    maxLength: 8,
  })
  const indent = fc.constantFrom('', '  ', '    ')
  fc.assert(
    fc.property(text, indent, indent, (words, first, hanging) => {
      const lines = wrap(words.join(' '), first, hanging)

      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''))
      expect(lines.every((line, nth) => line.startsWith(nth === 0 ? first : hanging))).toBe(true)
      expect(Math.max(0, ...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(72)
    }),
  )
})
