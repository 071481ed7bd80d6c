import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tableOf } from './markdown.ts'
import { streamsOf } from '../workers/config/streams.ts'

test('docs/streams.md has the built-in streams, with their folders, ids, releases and hours', () => {
  const rows = tableOf(readFileSync('docs/streams.md', 'utf8'), 'stream')

  const told = rows.map(([name, folder, ids = '', release, at, nights]) => ({
    name,
    folder,
    ids: ids.replace(/, with or without .n$/, ''),
    release,
    at,
    nights,
  }))

  expect(told).toEqual(
    streamsOf({}).map(({ line: { name, composes, release }, at, hasNights }) => ({
      name,
      folder: composes.folder,
      ids: composes.forms[0],
      release: String(release ?? ''),
      at: at.join(', '),
      nights: hasNights ? 'always' : 'with a table',
    })),
  )
})
