import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseComposeName } from '../compose/naming/compose-name.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { allCommands, wordTree } from '../cli/completion/word-tree.ts'
import { commands as entries } from '../cli/commands.ts'
import { wholeProgram } from '../cli/program.ts'
import { tableOf } from './markdown.ts'

const read = (name: string) => readFileSync(`docs/${name}.md`, 'utf8')

/** The options of `fedfind images` of 6.1.4, by their longest names. */
const ofFedfind = [
  '--dist',
  '--release',
  '--milestone',
  '--compose',
  '--respin',
  '--composeid',
  '--label',
  '--arch',
  '--type',
  '--payload',
  '--search',
  '--generic-url',
  '--loglevel',
]

test('docs/fedfind.md has every option of fedfind', () => {
  const options = tableOf(read('fedfind').split('## Options')[1] ?? '', 'fedfind').map(([option]) => option)

  expect(options).toEqual(ofFedfind)
})

test.each(tableOf(read('fedfind').split('## Classes')[1] ?? '', 'fedfind'))(
  'a compose of %s is named %s and is at %s',
  (_, name = '', place = '') => {
    expect(composeUrl(parseComposeName(name))).toBe(place)
  },
)

test.each(['fedfind', 'fedora-openqa'])('what docs/%s.md says to type there is', async (name) => {
  const commands = allCommands(wordTree(await wholeProgram(entries)))
  const typed = [...read(name).matchAll(/`nightjar ([^`]+)`/g)].map(([, words = '']) => words.split(' '))

  const wrong = typed.filter(([command, ...words]) => {
    const found = commands.find(({ path }) => path === `nightjar ${command}`)
    const options = found?.options.flatMap(({ names }) => names) ?? []
    return found === undefined || words.some((word) => word.startsWith('--') && !options.includes(word))
  })

  expect(typed.length).toBeGreaterThan(5)
  expect(wrong).toEqual([])
})
