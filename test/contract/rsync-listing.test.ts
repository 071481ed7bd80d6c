import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { decodeListing, type ListedEntry, type ListingEnd } from '../../compose/readiness/rsync-listing.ts'
import { nameBytes } from '../../compose/readiness/rsync-name.ts'

const folder = fileURLToPath(new URL('../../../shared/data/rsync/', import.meta.url))
const recorded = existsSync(`${folder}cases.json`)

interface Case {
  readonly name: string
  readonly exit: number
  readonly stdout: string
  readonly expected?: string
}

const cases: readonly Case[] = recorded ? read('cases.json') : []

test.skipIf(!recorded)('every recorded listing with a known truth decodes to exactly that', () => {
  const known = cases.filter(({ expected }) => expected !== undefined)

  for (const { name, stdout, expected = '' } of known) {
    const { entries, end } = decode(stdout)

    expect({ name, entries: entries.map(truth), doubt: end.doubt }).toEqual({
      name,
      entries: read(expected),
      doubt: null,
    })
  }
  expect(known.map(({ name }) => name)).toEqual(['odd', 'odd-commas', 'tree', 'tree-iso-only'])
})

test.skipIf(!recorded)(
  'a greeting that imitates a file adds nothing to the recorded listing after it',
  () => {
    const { entries, end } = decode('odd-motd.stdout.txt')

    expect(entries.map(truth)).toEqual(read('odd.expected.json'))
    expect(end).toMatchObject({ ignored: 3, doubt: null })
  },
)

test.skipIf(!recorded)('every other recorded listing decodes without forged entries', () => {
  const counts = Object.fromEntries(
    cases
      .filter(({ expected }) => expected === undefined)
      .map(({ name, stdout }) => {
        const { entries, end } = decode(stdout)
        return [name, end.doubt === null ? entries.length : 'doubt']
      }),
  )

  expect(counts).toEqual({
    // Names differ where the call was made in a way we avoid; the lines are still told apart.
    'odd-utf8-locale': 24,
    'odd-8-bit-output': 24,
    'odd-links': 24,
    'odd-motd': 24,
    'tree-commas': 35,
    'tree-new-york': 35,
    // Sizes with units are not exact, so such a listing is not believed.
    'tree-h': 'doubt',
    'tree-hh': 'doubt',
    top: 5,
    partial: 5,
    // A list of modules is no listing of a folder.
    modules: 'doubt',
    'modules-no-motd': 0,
    absent: 0,
    'absent-file': 0,
    'unknown-module': 0,
    'auth-failed': 0,
    'access-denied': 0,
    'module-folder-missing': 0,
    busy: 0,
    refused: 0,
    silent: 0,
    deadline: 0,
    'closed-early': 0,
    'bad-greeting': 0,
  })
})

function decode(file: string): { entries: readonly ListedEntry[]; end: ListingEnd } {
  const entries: ListedEntry[] = []
  const decoder = decodeListing((entry) => entries.push(entry))
  decoder.push(readFileSync(folder + file, 'utf8'))
  return { entries, end: decoder.end() }
}

function truth({ type, mode, size, mtime, name, spelled }: ListedEntry): object {
  return { type, mode, size, mtime, name, nameHex: Buffer.from(nameBytes(spelled)).toString('hex') }
}

function read(file: string) {
  return JSON.parse(readFileSync(folder + file, 'utf8'))
}
