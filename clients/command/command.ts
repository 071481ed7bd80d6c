import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { ClientFailure } from '../failure.ts'
import { excerpt } from '../http.ts'
import { runGroup, type GroupEnd } from '../process-group.ts'
import { UnknownOutcome } from '../unknown-outcome.ts'

/** A program that is handed something, and how long it may take. */
export interface Command {
  /** What failures call it: `command tell`. */
  readonly service: string
  /** The program, and its arguments. No shell reads them. */
  readonly run: readonly string[]
  readonly deadlineMs: number
}

/** What it is handed. A repeat has the same id and input. */
export interface CommandInput {
  readonly id: string
  readonly input: string
  readonly signal: AbortSignal
}

/** A program that prints more is killed. */
const mostBytes = 2 ** 20

/** Of what it prints only the first words are told. */
const keptLetters = 2000

/** "Temporary failure; the user is invited to retry": EX_TEMPFAIL of sysexits.h. */
const tryAgain = 75

/**
 * Runs a program once, with an input on stdin; answers what it said. Beside the id, which is in
 * `NIGHTJAR_DELIVERY_ID`, it gets no variable of this process but `PATH`.
 * @throws ClientFailure `refused` for an exit code that is neither 0 nor 75; `unreachable` for 75; `garbled`
 *   where the program cannot be started; UnknownOutcome where it was killed
 */
export async function runCommand(
  { service, run: [program = '', ...args], deadlineMs }: Command,
  { id, input, signal }: CommandInput,
): Promise<string> {
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC', NIGHTJAR_DELIVERY_ID: id }
  const limits = { deadlineMs, maxBytes: mostBytes, signal }
  let printed = ''
  const take = (text: string) => {
    if (printed.length < keptLetters) printed += text.slice(0, keptLetters)
  }
  const end = await started(service, () => runGroup({ program, args, env, input, take, ...limits }))
  return said(service, end, { printed, program, deadlineMs })
}

/** Whether a program is there and may be run; it is not run. @throws ClientFailure `garbled` */
export async function probeCommand({ service, run: [program = ''] }: Command): Promise<string> {
  await started(service, () => access(program, constants.X_OK))
  return `${program} can be run; it was not`
}

async function started<Answer>(service: string, start: () => Promise<Answer>): Promise<Answer> {
  try {
    return await start()
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new ClientFailure('garbled', service, `it cannot be started: ${why}`, { cause })
  }
}

interface Ran {
  readonly printed: string
  readonly program: string
  readonly deadlineMs: number
}

function said(service: string, end: GroupEnd, { printed, program, deadlineMs }: Ran): string {
  switch (end.kind) {
    case 'exited': {
      const words = clean(end.code === 0 ? printed : end.stderr || printed) || 'it printed nothing'
      if (end.code === 0) return words
      const kind = end.code === tryAgain ? 'unreachable' : 'refused'
      throw new ClientFailure(kind, service, `it ended with exit code ${end.code}: ${words}`)
    }
    case 'not-installed':
      throw new ClientFailure('garbled', service, `there is no program ${program}`)
    case 'deadline':
      throw unknown(service, `it did not end within ${deadlineMs / 1000} s, and was killed`)
    case 'too-much':
      throw unknown(service, `it printed more than ${mostBytes} bytes, and was killed`)
    case 'cancelled':
    case 'killed':
      throw unknown(service, 'it was killed')
    default:
      return end satisfies never
  }
}

function unknown(service: string, words: string): UnknownOutcome {
  return new UnknownOutcome(new ClientFailure('unreachable', service, words))
}

/** It may hold a terminal's commands. */
function clean(words: string): string {
  return excerpt(words.replaceAll(/\p{C}+/gu, ' '), 300)
}
