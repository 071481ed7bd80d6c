import { expect, test } from 'vitest'
import { z } from 'zod'
import { formatComposeId, parseComposeId } from '../../../compose/naming/compose-id.ts'
import { readLabel } from '../../../compose/naming/label.ts'
import { labelled, parseSeries } from '../../../compose/naming/series.ts'
import { recordedTable } from '../../recorded/read.ts'

const text = 'Fedora-44-20261101.n.0\nFedora-44-20261101.0 RC-1.1\nFedora-44-20261102.n.1\n'

test('each line of a series is a compose, with its label', () => {
  expect(parseSeries(text)).toEqual([
    { id: parseComposeId('Fedora-44-20261101.n.0'), label: null },
    { id: parseComposeId('Fedora-44-20261101.0'), label: 'RC-1.1' },
    { id: parseComposeId('Fedora-44-20261102.n.1'), label: null },
  ])
})

test('a candidate is found by its label', () => {
  expect(labelled(parseSeries(text), 'RC-1.1')).toEqual(parseComposeId('Fedora-44-20261101.0'))
  expect(labelled(parseSeries(text), 'RC-1.2')).toBeNull()
})

test('a label that was given twice names the later compose', () => {
  const twice = parseSeries('Fedora-44-20261101.0 RC-1.1\nFedora-44-20261102.0 RC-1.1\n')

  expect(labelled(twice, 'RC-1.1')).toEqual(parseComposeId('Fedora-44-20261102.0'))
})

test('blanks around and between the words of a line do not matter', () => {
  expect(parseSeries('  Fedora-44-20261101.0 \t RC-1.1\r\n   \n')).toEqual([
    { id: parseComposeId('Fedora-44-20261101.0'), label: 'RC-1.1' },
  ])
})

test('a line of another form is ignored', () => {
  expect(parseSeries(`# made by hand\r\n${text}`)).toHaveLength(3)
})

test('an empty series has no compose, and a page that is not a series is refused', () => {
  expect(parseSeries('\n')).toEqual([])
  expect(parseSeries('')).toEqual([])
  expect(() => parseSeries('<html>')).toThrow(
    'expected a series file with lines such as "Fedora-40-20240414.0 RC-1.14", got an HTML page: without words',
  )
})

const lineOfSeries = z.object({ series: z.string(), compose: z.string(), label: z.string() })

test('every line of a series of Fedora is a compose, in order, and every label is known', () => {
  const recorded = Map.groupBy(recordedTable('series.tsv', lineOfSeries), ({ series }) => series)

  for (const rows of recorded.values()) {
    const file = rows.map(({ compose, label }) => `${compose} ${label}`.trimEnd()).join('\n')

    const entries = parseSeries(`${file}\n`)

    const lines = entries.map(({ id, label }) => [formatComposeId(id), label].filter(Boolean).join(' '))
    expect(lines.join('\n')).toBe(file)
    expect(entries.every(({ label }) => label === null || readLabel(label) !== null)).toBe(true)
  }
  expect(recorded.size).toBe(9)
})
