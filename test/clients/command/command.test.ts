import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { probeCommand, runCommand, type Command } from '../../../clients/command/command.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { failureOf } from '../failure-of.ts'

/** What a shell script of a test is given. */
interface Given {
  readonly args?: readonly string[]
  readonly deadlineMs?: number
  readonly signal?: AbortSignal
  readonly input?: string
}

function tell(script: string, given: Given = {}): Promise<string> {
  const { args = [], deadlineMs = 20_000, signal = new AbortController().signal, input = '{}' } = given
  const run = ['/bin/sh', '-c', script, 'sh', ...args]
  return runCommand({ service: 'command tell', run, deadlineMs }, { id: 'night_1', input, signal })
}

/** Whether a process is there; one that only waits to be counted is not. */
async function isRunning(pid: string): Promise<boolean> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return stat !== '' && !stat.includes(') Z ')
}

test('a command gets the input whole, the id, and its arguments as they are', async () => {
  const input = JSON.stringify({ text: 'é'.repeat(400_000) })

  const said = await tell('wc -c; printf "%s|" "$NIGHTJAR_DELIVERY_ID" "$@"', {
    input,
    args: ['a b', '$HOME', ';rm'],
  })

  expect(said).toBe(`${Buffer.byteLength(input)} night_1|a b|$HOME|;rm|`)
})

test('a command gets no variable of the worker but PATH', async () => {
  process.env['NIGHTJAR_SMTP_PASSWORD'] = 'hunter2'

  const said = await tell('env | cut -d= -f1 | sort | tr "\\n" " "')

  expect(said.split(' ').filter((name) => !['PWD', 'SHLVL', '_', 'OLDPWD'].includes(name))).toEqual([
    'LC_ALL',
    'NIGHTJAR_DELIVERY_ID',
    'PATH',
    'TZ',
  ])
  delete process.env['NIGHTJAR_SMTP_PASSWORD']
})

test('a command that does not read its input has taken it if it says so', async () => {
  expect(await tell('exit 0', { input: 'x'.repeat(5_000_000) })).toBe('it printed nothing')
})

test.each([
  [75, 'unreachable'],
  [1, 'refused'],
  [127, 'refused'],
])('a command that ends with %i is %s', async (code, kind) => {
  const failure = await failureOf(tell(`printf 'no \\033[31mroom\\n' >&2; exit ${code}`))

  expect(failure.kind).toBe(kind)
  expect(failure).not.toBeInstanceOf(UnknownOutcome)
  expect(failure.message).toBe(`command tell: it ended with exit code ${code}: no [31mroom`)
})

test.each([
  ['hangs', 'sleep 3600 & sleep 3600', 'did not end within 0.3 s'],
  ['prints without end', 'yes', 'printed more than 1048576 bytes'],
  ['is killed', 'kill -9 $$', 'it was killed'],
])('of a command that %s nobody knows how far it came', async (_, script, words) => {
  const failure = await failureOf(tell(script, { deadlineMs: script === 'yes' ? 20_000 : 300 }))

  expect(failure).toBeInstanceOf(UnknownOutcome)
  expect(failure.message).toContain(words)
})

test('what a command started ends with it, at the deadline and when nobody waits any more', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-command-'))
  const script = `sleep 3600 & echo $! >"$1"; wait`
  const stop = new AbortController()

  for (const [name, given] of Object.entries({ late: { deadlineMs: 2000 }, left: { signal: stop.signal } })) {
    const file = join(folder.path, name)
    const failure = failureOf(tell(script, { ...given, args: [file] }))
    const pid = await vi.waitFor(async () => {
      const [, written] = /^(\d+)\n$/.exec(await readFile(file, 'utf8')) ?? []
      return written ?? Promise.reject(new Error('it has not begun'))
    }, 10_000)
    if (name === 'left') stop.abort()
    expect(await failure).toBeInstanceOf(UnknownOutcome)
    await vi.waitFor(async () => expect(await isRunning(pid)).toBe(false))
  }
})

/** The command that only consists of a program. */
function bare(program: string): Command {
  return { service: 'command tell', run: [program], deadlineMs: 1000 }
}

async function told(program: string): Promise<string> {
  const input = { id: 'night_1', input: '{}', signal: new AbortController().signal }
  const failure = await failureOf(runCommand(bare(program), input))
  expect(failure.kind).toBe('garbled')
  return failure.message
}

async function probed(program: string): Promise<string> {
  return (await failureOf(probeCommand(bare(program)))).message
}

test('a command that cannot be started is named, with the reason and what to do', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-command-'))
  const at = (name: string) => join(folder.path, name)
  await writeFile(at('plain'), '#!/bin/sh\n')
  await writeFile(at('script'), '#!/no/such/sh\n', { mode: 0o755 })
  const todo = 'correct run in its table [[command]], or install a program there that may be run'
  const words = (name: string, why: string) => `command tell: ${at(name)} cannot be started: ${why}; ${todo}`

  expect(await told(at('none'))).toBe(words('none', 'it is not there'))
  expect(await told(at('plain'))).toBe(words('plain', 'it may not be run'))
  expect(await told(at('.'))).toBe(words('.', 'it may not be run'))
  expect(await told(at('script'))).toBe(
    words('script', 'the interpreter that its first line names is not there'),
  )
  expect(await probed(at('none'))).toBe(words('none', 'it is not there'))
  expect(await probed(at('plain'))).toBe(words('plain', 'it may not be run'))
  expect(await probed(at('.'))).toBe(words('.', 'it is not a file'))
})

test('a command is examined without running it', async () => {
  const command = { service: 'command tell', run: ['/bin/false'], deadlineMs: 1000 }

  expect(await probeCommand(command)).toBe('/bin/false can be run; it was not')
})
