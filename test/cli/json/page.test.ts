import { execFile, spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { commands } from '../../../cli/commands.ts'
import { tableOf } from '../../markdown.ts'
import { imagesOf, index, smallFedora } from '../small-fedora.ts'
import { pageForms, printedForms, schemaFile, type PrintedForm } from './forms.ts'

const page = readFileSync('docs/json.md', 'utf8')
const rows = tableOf(page, 'command').map(([command = '', form = '', file = '']) => ({ command, form, file }))
const pageRows = tableOf(page, 'page').map(([, form = '', file = '']) => ({ form, file }))
const haveJq = spawnSync('jq', ['--version']).status === 0

/** The names of a command and its parts that take `--json`. */
function withJson(command: Command, name: string): readonly string[] {
  const own = command.options.some(({ long }) => long === '--json') ? [name] : []
  return [...own, ...command.commands.flatMap((part) => withJson(part, `${name} ${part.name()}`))]
}

test('the page has every command with --json', async () => {
  const loaded = await Promise.all(commands.map(async ({ name, load }) => ({ name, command: await load() })))
  const names = loaded.flatMap(({ name, command }) => withJson(command, name))

  expect(rows.map(({ command }) => command).toSorted()).toEqual(names.toSorted())
})

function withFiles(forms: readonly PrintedForm[]): ReadonlySet<string> {
  return new Set(
    forms.map(({ name, family, version }) => {
      const path = schemaFile(family, version).replace('docs/', '')
      return `${name} [${path.replace('schemas/', '')}](${path})`
    }),
  )
}

test.each([
  ['commands', rows, printedForms],
  ['pages', pageRows, pageForms],
] as const)('the page has every form of %s, with its file', async (_, shown, forms) => {
  expect(new Set(shown.map(({ form, file }) => `${form} ${file}`))).toEqual(withFiles(await forms()))
})

test('a test validates what a command prints in every form', async () => {
  const tests = globSync('test/**/*.test.ts').map((file) => readFileSync(file, 'utf8'))
  const names = (await printedForms()).map(({ name }) => name)

  expect(names.filter((name) => !tests.some((text) => text.includes(`printed('${name}', `)))).toEqual([])
})

test.skipIf(!haveJq)('the examples with jq answer as they say', async () => {
  const [id, before] = ['Fedora-Rawhide-20261124.n.0', 'Fedora-Rawhide-20261123.n.0']
  const folder = `/compose/rawhide/${id}`
  await using fedora = await smallFedora({
    '/compose/rawhide/': index(before, id),
    [`${folder}/STATUS`]: 'FINISHED_INCOMPLETE\n',
    [`${folder}/compose/metadata/images.json`]: imagesOf(id, 'KDE live x86_64'),
    '/compose/metadata-archive/series/Fedora-rawhide': `${before}\n`,
  })
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(page) ?? []
  const examples = block.split('\n').filter((line) => line.startsWith('nightjar '))

  const answers = await Promise.all(examples.map((line) => inShell(line, fedora.config[1])))

  expect(answers.map((answer) => answer.trim())).toEqual([
    `${id}\n${fedora.server.url}${folder}`,
    'Server/aarch64/iso/Fedora-Server-dvd-Rawhide-20261124.n.0.aarch64.iso',
    'KDE live x86_64',
    before,
    'complete',
  ])
})

async function inShell(line: string, config: string | undefined): Promise<string> {
  const script = `nightjar() { "${process.execPath}" cli/main.ts "$@"; }\n${line}`
  const env = { ...process.env, NIGHTJAR_CONFIG: config }
  const { stdout } = await promisify(execFile)('sh', ['-c', script], { env })
  return stdout
}
