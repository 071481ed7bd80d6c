import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { ClientFailure, WrongConfiguration } from '../failure.ts'
import { excerpt } from '../http.ts'
import { runGroup, type GroupEnd } from '../process-group.ts'
import { sameId, UnknownOutcome } from '../unknown-outcome.ts'

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
  const end = await startable(service, program, () =>
    runGroup({ program, args, env, input, take, ...limits }),
  )
  if (end.kind === 'not-installed') throw cannotStart(service, program, await whyNotFound(program))
  return said(service, end, { printed, deadlineMs })
}

/** Whether a program is there and may be run; it is not run. @throws ClientFailure `garbled` */
export async function probeCommand({ service, run: [program = ''] }: Command): Promise<string> {
  await startable(service, program, async () => {
    await access(program, constants.X_OK)
    if (!(await stat(program)).isFile()) throw new Error('it is not a file')
  })
  return `${program} can be run; it was not`
}

async function startable<Answer>(
  service: string,
  program: string,
  start: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await start()
  } catch (cause) {
    throw cannotStart(service, program, whyNotStarted(cause), cause)
  }
}

function whyNotStarted(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null
  if (code === 'ENOENT') return 'it is not there'
  if (code === 'EACCES') return 'it may not be run'
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** A script is not found either where the interpreter of its first line is missing. */
async function whyNotFound(program: string): Promise<string> {
  try {
    await access(program)
    return 'the interpreter that its first line names is not there'
  } catch (error) {
    return whyNotStarted(error)
  }
}

function cannotStart(service: string, program: string, why: string, cause?: unknown): ClientFailure {
  const todo = 'correct run in its table [[command]], or install a program there that may be run'
  const options = { cause: new WrongConfiguration(why, { cause }) }
  return new ClientFailure('garbled', service, `${program} cannot be started: ${why}; ${todo}`, options)
}

interface Ran {
  readonly printed: string
  readonly deadlineMs: number
}

type Started = Exclude<GroupEnd, { readonly kind: 'not-installed' }>

function said(service: string, end: Started, { printed, deadlineMs }: Ran): string {
  switch (end.kind) {
    case 'exited': {
      const words = excerpt(end.code === 0 ? printed : end.stderr || printed, 300) || 'it printed nothing'
      if (end.code === 0) return words
      const failed = `it ended with exit code ${end.code}: ${words}`
      if (end.code !== tryAgain) throw new ClientFailure('refused', service, failed)
      const advice = 'look at the program, or send the report again later'
      throw new ClientFailure('unreachable', service, failed, { advice })
    }
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
  const advice = 'look at the program, then send the report again'
  return new UnknownOutcome(new ClientFailure('unreachable', service, words, { advice }), sameId)
}
