import { expect, test } from 'vitest'
import { decodeListing, type ListedEntry, type ListingEnd } from '../../compose/readiness/rsync-listing.ts'
import { nameBytes } from '../../compose/readiness/rsync-name.ts'
import { rsyncCalls, type RsyncCall } from './rsync-recorded.ts'

test('every recorded listing with a known truth decodes to exactly that', () => {
  const known = rsyncCalls.filter(({ expected }) => expected !== null)

  for (const call of known) {
    const { entries, end } = decode(call)

    expect({ name: call.name, entries: entries.map(truth), doubt: end.doubt }).toEqual({
      name: call.name,
      entries: call.expected,
      doubt: null,
    })
  }
  expect(known.map(({ name }) => name)).toEqual(['odd', 'odd-commas', 'tree', 'tree-iso-only'])
})

test('a greeting that imitates a file adds nothing to the recorded listing after it', () => {
  const { entries, end } = decode(recorded('odd-motd'))

  expect(entries.map(truth)).toEqual(recorded('odd').expected)
  expect(end).toMatchObject({ ignored: 3, doubt: null })
})

test('every other recorded listing decodes without forged entries', () => {
  const counts = Object.fromEntries(
    rsyncCalls
      .filter(({ expected }) => expected === null)
      .map((call) => {
        const { entries, end } = decode(call)
        return [call.name, end.doubt === null ? entries.length : 'doubt']
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

function recorded(name: string): RsyncCall {
  const found = rsyncCalls.find((call) => call.name === name)
  if (found) return found
  throw new Error(`there is no recording ${name}`)
}

function decode({ stdout }: RsyncCall): { entries: readonly ListedEntry[]; end: ListingEnd } {
  const entries: ListedEntry[] = []
  const decoder = decodeListing((entry) => entries.push(entry))
  decoder.push(stdout.toString('utf8'))
  return { entries, end: decoder.end() }
}

function truth({ type, mode, size, mtime, name, spelled }: ListedEntry): object {
  return { type, mode, size, mtime, name, nameHex: Buffer.from(nameBytes(spelled)).toString('hex') }
}
