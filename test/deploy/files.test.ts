import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../../cli/commands.ts'
import { loadConfig } from '../../workers/config/config.ts'
import { tableOf } from '../markdown.ts'
import { rooms } from '../rooms.ts'
import { deployed, found, textOf } from './texts.ts'

const { version }: { version: string } = JSON.parse(readFileSync('package.json', 'utf8'))

/** Command lines of nightjar in units, quadlets, manifests and images: words, without the program. */
const commandLines = [
  ...found(/^ExecStart=nightjar (.+)$/gm, /systemd/),
  ...found(/^Exec=(.+)$/gm, /quadlet/),
  ...found(/^\s+args: \[(.+)\]$/gm, /kubernetes/),
  ...found(/^ {4}<<: \*nightjar\n {4}command: \[(.+)\]$/gm, /compose\.yml/),
  ...found(/^CMD \["(.+)"\]$/gm, /Dockerfile/),
].map(({ file, text }) => ({ file, words: text.replaceAll("'", '').split(/,? /) }))

/** The words of a command line that the program does not know. */
async function unknown(words: readonly string[]): Promise<readonly string[]> {
  const [name = '', ...rest] = words
  const command = await commands.find((each) => each.name === name)?.load()
  if (command === undefined) return name === '--help' ? [] : [name]
  const known = [...command.commands.map((each) => each.name()), ...command.options.map(({ long }) => long)]
  return rest.filter((word) => !known.includes(word) && !/^0\.0\.0\.0:\d+$/.test(word))
}

test('every command that is run there is one of the program', async () => {
  const mistakes = await Promise.all(
    commandLines.map(async ({ file, words }) => (await unknown(words)).map((word) => `${file}: ${word}`)),
  )

  expect(commandLines.map(({ words }) => words.join(' ')).toSorted()).toEqual([
    '--help',
    ...Array.from({ length: 3 }, () => 'archive prune'),
    ...Array.from({ length: 3 }, () => 'overdue --mail'),
    ...Array.from({ length: 3 }, () => 'schedule apply'),
    'web',
    ...Array.from({ length: 3 }, () => 'web --listen 0.0.0.0:8090'),
    ...Array.from({ length: 5 }, () => 'worker'),
  ])
  expect(mistakes.flat()).toEqual([])
})

test('every variable that is set there is one that README tells of', () => {
  const told = tableOf(readFileSync('README.md', 'utf8'), 'variable').map(([name]) => name)
  const set = found(/\b(NIGHTJAR_[A-Z_]+|OPENQA_CONFIG|TEMPORAL_ADDRESS|STATE_DIRECTORY)\b/g)

  expect(new Set(set.map(({ text }) => text)).size).toBeGreaterThan(8)
  expect(set.filter(({ text }) => !told.includes(text))).toEqual([])
})

test('every image is pinned to a whole version', () => {
  const images = [
    ...found(/^\s+image: (?:&\w+ )?([^*\s]+)$/gm, /compose\.yml/),
    ...found(/^FROM (\S+)/gm, /Dockerfile/),
    ...found(/^Image=(.+)$/gm, /quadlet/),
    ...found(/newTag: (.+)$/gm).map(({ file, text }) => ({ file, text: `:${text}` })),
  ].filter(({ text }) => text !== 'localhost/nightjar')

  expect(images.length).toBeGreaterThan(10)
  expect(images.filter(({ text }) => !/:\d+\.\d+(?:\.\d+)?(?:-slim)?$/.test(text))).toEqual([])
})

test('the image has the Node of .node-version', () => {
  const node = `node:${readFileSync('.node-version', 'utf8').trim()}-slim`

  expect(found(/^FROM (\S+)/gm).map(({ text }) => text)).toEqual([node, node])
})

test('what names the version of Nightjar names that of package.json', () => {
  const named = [
    ...found(/nightjar:(\d[\w.-]*)/g),
    ...found(/newTag: (.+)$/gm),
    ...found(/^Version: +(.+)$/gm, /\.spec$/),
  ]

  expect(named.length).toBeGreaterThan(6)
  expect(named.filter(({ text }) => text !== version)).toEqual([])
})

test('a worker is asked for its health where it listens', () => {
  const ports = found(/(?:127\.0\.0\.1:|0\.0\.0\.0:|worker@|containerPort: |DefaultInstance=)(9\d{3})\b/g)
  const probes = found(/path: (\/\w+), port: health/g).map(({ text }) => text)

  expect(ports.length).toBeGreaterThan(6)
  expect(ports.filter(({ text }) => text !== '9464')).toEqual([])
  expect(probes).toEqual(['/live', '/live', '/ready'])
  expect(found(/fetch\('http:\/\/127\.0\.0\.1:9464(\/\w+)'\)/g).map(({ text }) => text)).toEqual([
    '/live',
    '/live',
  ])
})

test('every secret that is mounted is one that is declared, and is made by deploy/compose/prepare', () => {
  const declared = found(/^ {2}(\w+): \{ file: \.\/secrets\//gm).map(({ text }) => text)
  const made = found(/^make (\w+) /gm, /prepare/).map(({ text }) => text)
  const used = found(/\/run\/secrets\/(\w+)/g, /compose\.yml/).map(({ text }) => text)

  expect(made).toEqual(declared)
  expect([...new Set(used)].toSorted()).toEqual(declared.toSorted())
})

test('no password is written in the files', () => {
  const written = [...deployed].filter(([, text]) => /(?:PASSWORD|PWD|KEY|SECRET): *['"]?\w/.test(text))

  expect(written.map(([file]) => file)).toEqual([])
})

test('each timer starts a service that is there', () => {
  const timers = [...deployed.keys()].filter((file) => file.endsWith('.timer'))

  expect(timers.length).toBe(2)
  expect(timers.filter((file) => !existsSync(file.replace(/timer$/, 'service')))).toEqual([])
})

test('the configuration of the Kubernetes example is one', () => {
  expect(loadConfig('deploy/kubernetes/nightjar.toml').mail?.to).toEqual(['qa@example.org'])
})

/** The lines of a manifest from one text to another, without their indentation. */
function part(name: string, from: string, to: string): string {
  const text = textOf(`deploy/kubernetes/${name}.yaml`).replaceAll(/^ +/gm, '')
  return text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))
}

test('the pods of the Kubernetes example have the same secrets and rights', () => {
  const others = ['schedules', 'overdue', 'prune']
  const env = part('worker', 'env:', '- { name: NIGHTJAR_LISTEN')
  const rights = part('worker', 'allowPrivilegeEscalation', 'volumes:')

  expect(env.length).toBeGreaterThan(200)
  expect(others.map((file) => part(file, 'env:', 'resources:'))).toEqual(others.map(() => env))
  expect(others.map((file) => part(file, 'allowPrivilegeEscalation', 'volumes:'))).toEqual(
    others.map(() => rights),
  )
})

test('the image gets the rooms and what they need, and nothing else', () => {
  const lines = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const files = ['package.json', 'package-lock.json', 'LICENSE', 'nightjar.example.toml']

  expect(lines[0]).toBe('*')
  expect(lines.slice(1).toSorted()).toEqual(
    [...files, ...Object.keys(rooms)].map((name) => `!${name}`).toSorted(),
  )
})
