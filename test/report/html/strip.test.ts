import { expect, test } from 'vitest'
import { verdictWords } from '../../../jobs/verdict/verdicts.ts'
import { nightStrip, type StripNight } from '../../../report/html/strip.ts'
import { pageOf, type Element } from './page.ts'

function night(day: number, more: Partial<StripNight> = {}): StripNight {
  const date = `2026-11-${String(day).padStart(2, '0')}`
  return { date, verdict: 'passed', compose: `Fedora-Rawhide-${date.replaceAll('-', '')}.n.0`, ...more }
}

function elementsOf(nights: readonly StripNight[], tag: string): readonly Element[] {
  return pageOf(nightStrip(nights)).elements.filter((each) => each.tag === tag)
}

test('a night is a cell with a letter for its verdict, and says what it is', () => {
  const nights = verdictWords.map((verdict, nth) => night(nth + 1, { verdict }))

  expect(elementsOf(nights, 'rect')).toHaveLength(verdictWords.length)
  expect(new Set(elementsOf(nights, 'text').map(({ text }) => text)).size).toBe(verdictWords.length)
  expect(elementsOf(nights, 'title')[0]?.text).toBe('2026-11-01: BROKEN, Fedora-Rawhide-20261101.n.0')
  expect(elementsOf([night(1, { compose: null })], 'title')[0]?.text).toBe('2026-11-01: PASSED, no compose')
})

test('the latest night is right, and more than thirty do not fit', () => {
  const nights = Array.from({ length: 31 }, (_, nth) => night(31 - nth))
  const titles = elementsOf(nights, 'title').map(({ text }) => text.slice(0, 10))
  const places = elementsOf(nights, 'rect').map(({ attributes }) => Number(attributes['x']))

  expect(titles).toEqual(Array.from({ length: 30 }, (_, nth) => night(nth + 2).date))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(new Set(places).size).toBe(30)
})

test('the strip has a name and scales, and each cell has a name', () => {
  const nights = [night(1), night(2, { href: '/nights/2' })]

  const [strip] = elementsOf(nights, 'svg')
  expect(strip?.attributes).toMatchObject({
    viewBox: '0 0 42 20',
    role: 'group',
    'aria-label': 'The verdicts of 2 nights, the latest right',
  })
  const named = [...elementsOf(nights, 'g'), ...elementsOf(nights, 'a')]
  expect(named.map(({ attributes }) => attributes['aria-label'])).toEqual(
    elementsOf(nights, 'title').map(({ text }) => text),
  )
  expect(pageOf(`<!doctype html><title>x</title>${nightStrip([])}`).mistakes).toEqual([])
})

test('only pages of the web and of this server are linked', () => {
  const hrefs = [
    'https://x.example/1',
    '/nights/2',
    'javascript:alert(1)',
    '//x.example',
    '/\\x.example',
    '/ x',
  ]
  const links = elementsOf(
    hrefs.map((href, nth) => night(nth + 1, { href })),
    'a',
  )

  expect(links.map(({ attributes }) => attributes['href'])).toEqual(['https://x.example/1', '/nights/2'])
})

test('the name of a compose stays text', () => {
  const compose = '</title></svg><script>alert(1)</script>" onload="alert(1)\u202E'
  const page = `<!doctype html><title>x</title>${nightStrip([night(1, { compose })])}`

  const { mistakes, elements } = pageOf(page)
  expect(mistakes).toEqual([])
  expect(elements.map(({ tag }) => tag)).toEqual([
    'html',
    'head',
    'title',
    'body',
    'svg',
    'g',
    'title',
    'rect',
    'text',
  ])
  expect(elements.flatMap(({ attributes }) => Object.keys(attributes))).not.toContain('onload')
  expect(page).not.toContain('\u202E')
})
