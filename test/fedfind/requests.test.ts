import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nightjar } from '../cli/nightjar.ts'
import { smallFedora, type SmallFedora } from '../cli/small-fedora.ts'
import { tableOf } from '../markdown.ts'
import { fedfindRecorded } from './recorded.ts'
import { subjects, type Subject } from './subjects.ts'
import { tree } from './tree.ts'

const table = tableOf(readFileSync('docs/fedfind.md', 'utf8').split('## Requests')[1] ?? '', 'class')

test.each(table)(
  '%s is found after as many requests as docs/fedfind.md says',
  async (name = '', ...cells) => {
    const nth = subjects.findIndex((each) => each.name === name)
    const [subject, theirs] = [subjects[nth], fedfindRecorded.requests[nth]]
    if (!subject || !theirs) throw new Error(`no subject is named ${name}`)
    await using fedora = await smallFedora(Object.fromEntries(tree))

    const newest = await newestOf(subject, fedora)
    const previous = await requests(fedora, 'previous', subject.word)

    expect(cells).toEqual([
      ...newest,
      previous,
      subject.search ? String(theirs.find) : '',
      String(theirs.previous),
    ])
  },
)

test('docs/fedfind.md counts the requests of every stream', () => {
  const streams = subjects.filter(({ name, search }) => search !== null && !name.includes(','))

  expect(table.map(([name]) => name)).toEqual(expect.arrayContaining(streams.map(({ name }) => name)))
})

/** Of the newest compose of the date, and of that of a named release; empty where there is no search. */
async function newestOf({ search, word }: Subject, fedora: SmallFedora): Promise<readonly string[]> {
  if (search === null) return ['', '']
  const date = search.date === null ? [] : ['--date', search.date]
  const found = await requests(fedora, 'find', search.stream, ...date)
  const [, own] = /^Fedora-(?:\D+-)?(\d[\d.]{1,4})-/.exec(word) ?? []
  const release = search.release ?? own
  if (release === undefined) return [found, '']
  return [found, await requests(fedora, 'find', search.stream, ...date, '--release', release)]
}

/** How many requests a command takes. */
async function requests(fedora: SmallFedora, ...words: readonly string[]): Promise<string> {
  const before = fedora.asked().length
  const { code, stderr } = await nightjar(...words, ...fedora.config)
  // 1: there is none, as before live respins.
  if (code !== 0 && code !== 1) throw new Error(`${words.join(' ')}: exit code ${code} ${stderr}`)
  return String(fedora.asked().length - before)
}
