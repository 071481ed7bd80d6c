import { expect, test } from 'vitest'
import { renderHtml } from '../../../report/html/html.ts'
import { line } from '../../../report/html/section.ts'
import { letterColour, verdictLooks } from '../../../report/html/verdict-looks.ts'
import { pageOf } from './page.ts'
import { kinds } from './reports.ts'

/** The relative luminance of a colour, by WCAG 2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

test.each(Object.entries(verdictLooks))('the letters of %s can be read on their colour', (_, { colour }) => {
  expect(contrast(colour, letterColour)).toBeGreaterThanOrEqual(4.5)
})

test('each verdict has a letter of its own', () => {
  const letters = Object.values(verdictLooks).map(({ letter }) => letter)

  expect(new Set(letters).size).toBe(letters.length)
})

test('text has a colour only together with its own background', () => {
  const styles = kinds.flatMap(([, report]) =>
    pageOf(renderHtml(report)).elements.map(({ attributes }) => attributes['style'] ?? ''),
  )
  const coloured = styles.filter((style) => style.includes('color'))

  expect(coloured.length).toBeGreaterThanOrEqual(kinds.length)
  expect(
    coloured.filter((style) => !/^background-color:#[\da-f]{6};color:#[\da-f]{6};padding/.test(style)),
  ).toEqual([])
})

test.each(['#ffffff', '#121212', '#000000'])('the lines between rows can be seen on %s', (background) => {
  expect(contrast(line.slice(-7), background)).toBeGreaterThanOrEqual(3)
})
