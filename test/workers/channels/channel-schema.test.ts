import { join, dirname } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { configFile } from '../../config-file.ts'
import { mistakesIn } from '../mistakes-in.ts'

type Table = Readonly<Record<string, unknown>>

function tableText(kind: string, table: Table): string {
  const lines = Object.entries(table).map(([key, value]) => `${key} = ${JSON.stringify(value)}`)
  return [`[[${kind}]]`, ...lines, ''].join('\n')
}

function webhook(otherwise: Table = {}): string {
  const table = { name: 'qa', url: 'https://h.example.org/x', secret_file: 'qa.secret' }
  return tableText('webhook', { ...table, ...otherwise })
}

function command(otherwise: Table = {}): string {
  return tableText('command', { name: 'tell', run: ['/usr/bin/tell'], ...otherwise })
}

function matrix(otherwise: Table = {}): string {
  const table = { name: 'room', homeserver: 'https://m.example.org', room: '!a:b', token_file: 'token' }
  return tableText('matrix', { ...table, ...otherwise })
}

test.each(['http://example.org/SECRET?token=SECRET', 'ftp://h/SECRET', 'https://u:p@h/SECRET', '//h/SECRET'])(
  'a mistake in the URL %s of a webhook keeps its path out, as it may be a secret',
  async (url) => {
    const said = await mistakesIn(webhook({ url }))

    expect(said).toMatch(/webhook \(1st\)\.url: expected .*, got "\S+\/…"/)
    expect(said).not.toContain('SECRET')
  },
)

test('without a table there is no channel', async () => {
  await using config = await configFile('')

  expect(loadConfig(config.file, {}).webhook).toEqual([])
})

test('a webhook gets every report unless it says otherwise, and its file is next to the configuration', async () => {
  await using config = await configFile(
    webhook() + webhook({ name: 'b', secret_file: '/etc/b', when: 'trouble' }),
  )

  expect(loadConfig(config.file, {}).webhook).toMatchObject([
    { name: 'qa', when: 'always', secret_file: join(dirname(config.file), 'qa.secret') },
    { name: 'b', when: 'trouble', secret_file: '/etc/b' },
  ])
})

test.each([
  'https://hooks.example.org/a?b=c',
  'http://127.0.0.1:8080/x',
  'http://localhost/x',
  'http://[::1]:80/x',
])('a webhook may be at %s', async (url) => {
  expect(await mistakesIn(webhook({ url }))).toBe('no mistake')
})

test.each([
  [webhook({ url: 'http://example.org/' }), 'webhook (1st).url: expected https'],
  [webhook({ url: 'http://127.0.0.1.example.org/' }), 'webhook (1st).url: expected https'],
  [webhook({ url: 'ftp://example.org/' }), 'webhook (1st).url: expected a URL such as'],
  [webhook({ url: 'https://u:hunter2@example.org/' }), 'webhook (1st).url: expected a URL without a user'],
  [
    command({ run: '/usr/bin/tell --all' }),
    'command (1st).run: expected a list such as ["/usr/bin/tell", "--quiet"], got "',
  ],
  [command({ run: [] }), 'command (1st).run'],
  [command({ run: ['/usr/bin/tell', 1] }), 'command (1st).run (2nd): expected string, got 1'],
  [webhook({ name: 'mail' }), 'webhook (1st).name: expected another name'],
  [webhook({ name: 'a/b' }), 'webhook (1st).name: expected a name of small letters'],
  [webhook() + webhook(), 'webhook (2nd).name: expected a name that no other channel has'],
  [webhook() + command({ name: 'qa' }), 'command (1st).name: expected a name that no other channel has'],
  [matrix({ room: '#qa:example.org' }), 'matrix (1st).room: expected the id of a room'],
  [matrix({ homeserver: 'http://example.org' }), 'matrix (1st).homeserver: expected https'],
  [matrix({ token: 'hunter2' }), 'matrix (1st).token: unknown key; secrets do not belong in this file'],
  [matrix() + matrix(), 'matrix (2nd).name: expected a name that no other channel has'],
  [command({ run: ['tell'] }), 'command (1st).run (1st): expected the whole path of a program'],
  [command({ run: ['/bin/a', 'b\u0000c'] }), 'command (1st).run: expected words without a zero byte'],
  [webhook({ when: 'never' }), 'webhook (1st).when: expected "always"'],
  [webhook({ arches: ['x86_64'] }), 'webhook (1st).when: expected another word next to arches'],
  [webhook({ streams: ['f44'] }), 'webhook (1st).streams (1st): expected a stream (rawhide'],
  [webhook({ secret: 'hunter2' }), 'webhook (1st).secret: unknown key; secrets do not belong in this file'],
  [webhook({ secret_file: '' }), 'webhook (1st).secret_file: expected the name of a file'],
])('%j is a mistake: %s', async (text, said) => {
  const mistakes = await mistakesIn(text)

  expect(mistakes).toContain(`\n  ${said}`)
  expect(mistakes).not.toContain('hunter2')
})

test('a room of a version without server names has an id too, and its file is next to the configuration', async () => {
  await using config = await configFile(matrix({ room: '!31hneApxJ_1o-63DmFrpeqnkFfWppnzWso1JvH3ogLM' }))

  expect(loadConfig(config.file, {}).matrix).toMatchObject([
    { name: 'room', when: 'always', token_file: join(config.folder, 'token') },
  ])
})

test('all mistakes are told at once', async () => {
  const text = webhook({ name: 'A', url: 'http://example.org/' }) + webhook({ when: 'never' })

  expect(await mistakesIn(text)).toContain('has 3 mistakes')
})

test('ResultsDB gets no nights unless it says so, and no channel has its name', async () => {
  const table = '[resultsdb]\nurl = "https://h.example.org/api/v2.0"\n'
  await using config = await configFile(table)
  const { resultsdb } = loadConfig(config.file, {})

  expect(resultsdb?.nights).toBe(false)
  expect(await mistakesIn(`${table}streams = ["rawhid"]\n`)).toContain(
    'resultsdb.streams (1st): expected a stream',
  )
  expect(await mistakesIn(command({ name: 'resultsdb' }))).toContain('are channels of their own')
})

test('a name twice and a stream that is none are told together with all other mistakes', async () => {
  const text =
    webhook({ name: 'same', url: 'ftp://h/' }) +
    command({ name: 'same', streams: ['rawhid', 5], run: 7 }) +
    '[mail]\nport = "x"\n[[mail.rules]]\nstreams = ["eln", "elm"]\n[resultsdb]\nurl = 1\nstreams = ["x"]\n'

  const said = await mistakesIn(text)

  const keys = said.split('\n').flatMap((line) => /^  ([\w. ()]+): /.exec(line)?.[1] ?? [])
  expect(new Set(keys)).toEqual(
    new Set([
      'command (1st).name',
      'command (1st).run',
      'command (1st).streams (1st)',
      'command (1st).streams (2nd)',
      'mail.from',
      'mail.host',
      'mail.port',
      'mail.rules (1st).streams (2nd)',
      'mail.rules (1st).to',
      'mail.rules (1st).when',
      'resultsdb.streams (1st)',
      'resultsdb.url',
      'webhook (1st).url',
    ]),
  )
})

test.each([
  'webhook = 5',
  'mail = []',
  'stream = "x"',
  'command = [[]]\nresultsdb = 1',
  'matrix = [{ name = [] }]',
])('what is no table is told of once: %s', async (text) => {
  expect(await mistakesIn(`${text}\n`)).toMatch(/ has (?:one mistake|\d mistakes):/)
})
