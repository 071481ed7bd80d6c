import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../cli/commands.ts'
import { exitCode } from '../cli/exit-code.ts'
import { localLinksOf, tableOf } from './markdown.ts'
import { rooms } from './rooms.ts'

const readme = readFileSync('README.md', 'utf8')
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...globSync('{docs,test}/**/*.md', { exclude: ['**/node_modules/**'] }),
]
const sources = globSync(`{${Object.keys(rooms).join(',')}}/**/*.ts`).map((file) =>
  readFileSync(file, 'utf8'),
)

/** Variables of the system, not ours to document. */
const everybodys = ['PATH', 'HOME']

function variablesRead(): readonly string[] {
  const read = /\b(?:process\.env|environment|env)\['([A-Z_]+)'\]/g
  const names = sources.flatMap((text) => [...text.matchAll(read)].map(([, name = '']) => name))
  return [...new Set(names)].filter((name) => !everybodys.includes(name))
}

/** The paths in a text that begin with a folder of this project; `jobs/ID/…` is one of openQA's API. */
function pathsIn(text: string): readonly string[] {
  const tops = [...Object.keys(rooms), 'test', 'bench', 'bin', 'deploy', 'docs', '\\.ci', '\\.github']
  const path = new RegExp(`(?<![\\w./-])(?:${tops.join('|')})/(?!ID/)[\\w./-]*`, 'g')
  return [...text.matchAll(path)].map(([found]) => found.replace(/\.$/, ''))
}

function variablesOfTemporal(): string {
  return globSync('node_modules/@temporalio/envconfig/lib/*.js')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
}

test('the commands are those of the program, in its words and order', () => {
  expect(tableOf(readme, 'command')).toEqual(commands.map(({ name, summary }) => [name, summary]))
})

test('the exit codes are those of the program', () => {
  expect(tableOf(readme, 'exit code').map(([code]) => Number(code))).toEqual(Object.values(exitCode))
})

test('every variable that the program reads is told of', () => {
  const told = tableOf(readme, 'variable').map(([name]) => name)

  expect(variablesRead().length).toBeGreaterThan(5)
  expect(told).toEqual(expect.arrayContaining([...variablesRead()]))
})

test('every variable that is told of is read, by the program or by the library of Temporal', () => {
  const read = variablesRead()
  const theirs = variablesOfTemporal()
  const told = tableOf(readme, 'variable').map(([name = '']) => name)

  expect(told.filter((name) => !read.includes(name) && !theirs.includes(`'${name}'`))).toEqual([])
})

test('every command and option that is shown is one of the program', async () => {
  const shown = [...readme.matchAll(/^ +bin\/nightjar ([a-z]+)/gm)].map(([, name = '']) => name)
  const options = [...readme.matchAll(/`bin\/demo (--[a-z]+)`/g)].map(([, option = '']) => option)
  const demo = await commands.find(({ name }) => name === 'demo')?.load()

  expect(shown.length).toBeGreaterThan(4)
  expect(shown.filter((name) => !commands.some((command) => command.name === name))).toEqual([])
  expect(options).toEqual(['--list', '--keep'])
  expect(demo?.options.map(({ long }) => long)).toEqual(expect.arrayContaining(options))
})

test('the tree has a line for every folder, and no other', () => {
  const tree = /```\n(compose\/[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const told = [...tree.matchAll(/^([a-z]+)\/ /gm)].map(([, name = '']) => name)
  const there = readdirSync('.', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^\.|^(?:node_modules|coverage)$/.test(entry.name))
    .map(({ name }) => name)

  expect(told.toSorted()).toEqual(there.toSorted())
})

test('the scripts are those of package.json', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
  const shown = tableOf(readme, 'script').map(([command = '']) => command.replace(/^npm (?:run )?/, ''))

  expect(shown).toEqual(Object.keys(scripts))
})

test('every script that is named is one of package.json', () => {
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync('package.json', 'utf8'))
  const named = documents
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => [...text.matchAll(/npm run ([a-z]+)/g)].map(([, name = '']) => name))

  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test.each(documents)('every link in %s leads to a file that is there', (file) => {
  const links = localLinksOf(readFileSync(file, 'utf8')).map((link) => join(dirname(file), link))

  expect(links.filter((link) => !existsSync(link))).toEqual([])
})

test.each(documents.filter((file) => file !== 'CHANGELOG.md'))(
  'every file and folder of the project that %s names is there',
  (file) => {
    const named = pathsIn(readFileSync(file, 'utf8'))

    expect(named.filter((path) => !existsSync(path))).toEqual([])
  },
)

test('names of files are found in what people read', () => {
  const text =
    'See `clients/koji/koji.ts`, [a test](../test/rooms.ts), `bin/test test/gone -t x`, nightly/rawhide/x, [b](bin/x).'

  expect(pathsIn(text)).toEqual(['clients/koji/koji.ts', 'bin/test', 'test/gone', 'bin/x'])
})
