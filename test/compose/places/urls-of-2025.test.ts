import { expect, test } from 'vitest'
import { z } from 'zod'
import { idOfRef } from '../../../compose/naming/compose-ref.ts'
import { formatComposeId } from '../../../compose/naming/compose-id.ts'
import { seriesFolder } from '../../../compose/places/location.ts'
import { composeUrl } from '../../../compose/places/compose-url.ts'
import { parseComposeUrl } from '../../../compose/places/parse-compose-url.ts'
import { fedoraComposes, fedoraSites } from '../../../compose/places/sites.ts'
import { isOfClass } from '../../../compose/places/compose-class.ts'
import { builtInLines } from '../../../compose/streams/built-in-lines.ts'
import { searchedLines } from '../../../compose/streams/searched-lines.ts'
import { recordedTable } from '../../recorded/read.ts'

/** What each URL of 2025 says, read from the URL alone. */
const read = recordedTable('compose-urls.tsv', z.object({ place: z.string(), compose: z.string() })).map(
  ({ place, compose }) => {
    const url = `${fedoraComposes}/${place}/${compose}/compose`
    const ref = parseComposeUrl(url)
    const id = idOfRef(ref)
    if (id === null) throw new Error(`${url} has no id`)
    const streams = [...builtInLines, ...searchedLines].filter(({ composes }) => isOfClass(id, composes))
    return { url, place, compose, ref, id, streams: streams.map(({ name }) => name) }
  },
)

test('each of 2,374 URLs has its id and its folder, and is written back unchanged', () => {
  const wrong = read.filter(
    ({ url, place, compose, ref, id }) =>
      composeUrl(ref) !== url ||
      formatComposeId(id) !== compose ||
      seriesFolder(id, fedoraSites) !== `${fedoraComposes}/${place}/`,
  )

  expect(read).toHaveLength(2374)
  expect(wrong).toEqual([])
})

test('each of them is of one stream, or of one line that is only searched', () => {
  const counts = new Map<string, number>()
  for (const { place, streams } of read) {
    const key = `${place}: ${streams.join(', ')}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }

  expect(Object.fromEntries(counts)).toEqual({
    '43: candidate': 8,
    'branched: branched': 46,
    'cloud: cloud': 218,
    'container: container': 199,
    'eln: eln': 306,
    'iot: iot': 299,
    'rawhide: rawhide': 116,
    'updates: epel': 351,
    'updates: epel-next': 2,
    'updates: epel-next-testing': 3,
    'updates: epel-testing': 381,
    'updates: updates': 215,
    'updates: updates-testing': 230,
  })
})
