import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../cli/commands.ts'
import { attributesCommand } from '../workers/temporal/check-server.ts'
import { attributeNames } from '../workflows/attributes.ts'
import { stageNames } from '../workflows/stage.ts'
import { tableOf } from './markdown.ts'
import { rooms } from './rooms.ts'

const operating = readFileSync('docs/operating.md', 'utf8')

function onOneLine(text: string): string {
  return text.replaceAll(/\\\n/g, ' ').replaceAll(/\s+/g, ' ')
}

test.each(['docs/operating.md', 'docker-compose.yml'])(
  'the command that makes the search attributes in %s is the one that a worker prints',
  (file) => {
    expect(onOneLine(readFileSync(file, 'utf8'))).toContain(attributesCommand(attributeNames, 'default'))
  },
)

test('the stages that can be done again are those of a night', () => {
  const rows = tableOf(operating, '--from')

  expect(rows.map(([stage]) => stage)).toEqual(stageNames.filter((name) => name !== 'watch'))
})

test('every command that is told of is one of the program, and no event id is left', () => {
  const told = [...operating.matchAll(/`nightjar ([a-z][a-z-]*)/g)].map(([, name = '']) => name)

  expect(told.length).toBeGreaterThan(20)
  expect(told.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
  expect(operating).not.toMatch(/event.id/i)
})

test('the program says what the table of its sayings quotes', () => {
  const program = globSync(`{${Object.keys(rooms).join(',')}}/**/*.ts`)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
  const parts = tableOf(operating, 'it says')
    .flatMap(([quotes = '']) => quotes.split(/, (?:for hours)?|\d+|…/))
    .map((part) => part.trim())
    .filter((part) => part !== '')

  expect(parts.length).toBeGreaterThan(15)
  expect(parts.filter((part) => !program.includes(part))).toEqual([])
})

test('the filters use search attributes that there are', () => {
  const filtered = [...operating.matchAll(/`([A-Z][A-Za-z]+) = '/g)].map(([, name = '']) => name)

  expect(filtered.toSorted()).toEqual([...attributeNames].toSorted())
})
