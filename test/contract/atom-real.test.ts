import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renderAtom, type FeedEntry } from '../../report/html/atom.ts'

const { NIGHTJAR_CHANNELS_PYTHON: python = '' } = process.env

const program = `
import feedparser, json, sys
feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False)
entries = [[e.id, e.title, e.updated, next((l.href for l in e.get("links", [])), None), e.content[0].value, e.tags[0].term] for e in feed.entries]
print(json.dumps({"bozo": bool(feed.bozo), "why": str(feed.get("bozo_exception")), "version": feed.version,
  "id": feed.feed.id, "title": feed.feed.title, "entries": entries}))
`

const schema = z.object({
  bozo: z.boolean(),
  why: z.string(),
  version: z.string(),
  id: z.string(),
  title: z.string(),
  entries: z.array(
    z.tuple([z.string(), z.string(), z.string(), z.string().nullable(), z.string(), z.string()]),
  ),
})

function entryOf(words: string, link: string | null, number = 1): FeedEntry {
  const run = 'nightly/rawhide/2026-11-24'
  const at = '2026-11-24T11:00:00.000Z'
  return { run, stream: 'rawhide', number, at, subject: words, headline: words, link }
}

function parsed(entries: readonly FeedEntry[]) {
  const input = renderAtom({ name: 'rawhide', domain: 'nightjar.example.org', entries })
  return schema.parse(JSON.parse(execFileSync(python, ['-c', program], { input, encoding: 'utf8' })))
}

describe.skipIf(python === '')('feedparser (run-channels.ts installs it)', () => {
  test('reads a feed, and its ids and times', () => {
    const link = 'https://temporal.example.org/workflows/nightly%2Frawhide?a=1&b=2'

    expect(parsed([entryOf('Rawhide is BROKEN', link, 2), entryOf('Rawhide is not broken', null)])).toEqual({
      bozo: false,
      why: 'None',
      version: 'atom10',
      id: 'tag:nightjar.example.org,2026:feed/rawhide',
      title: 'Nightjar: rawhide',
      entries: [
        [
          'tag:nightjar.example.org,2026:nightly/rawhide/2026-11-24/2',
          'Rawhide is BROKEN',
          '2026-11-24T11:00:00.000Z',
          link,
          'Rawhide is BROKEN',
          'rawhide',
        ],
        [
          'tag:nightjar.example.org,2026:nightly/rawhide/2026-11-24/1',
          'Rawhide is not broken',
          '2026-11-24T11:00:00.000Z',
          null,
          'Rawhide is not broken',
          'rawhide',
        ],
      ],
    })
  })

  test('reads a feed without entries', () => {
    expect(parsed([])).toMatchObject({ bozo: false, entries: [] })
  })

  test.each([
    '</title></entry></feed><script>alert(1)</script>',
    ']]> <![CDATA[ <!-- <?xml ?>',
    `"quoted' & &lt; &#0; &nbsp;`,
    'zero\u0000 bell\u0007 escape\u001B[31m nothing\uFFFE\uFFFF surrogate\uD800 end',
  ])('reads %j as words', (words) => {
    const { bozo, why, entries } = parsed([entryOf(words, `javascript:${words}`)])

    expect([bozo, why]).toEqual([false, 'None'])
    expect(entries).toMatchObject([
      [expect.any(String), expect.any(String), expect.any(String), null, entries[0]?.[1], 'rawhide'],
    ])
    expect(entries[0]?.[1]).toBe(
      words
        .replaceAll(/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    )
  })
})
