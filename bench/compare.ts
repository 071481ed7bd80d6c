import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { questions, type Question } from './questions.ts'
import { root, runProcess } from './run-process.ts'

/** The cost of one question to one program. */
export interface Cost {
  readonly wholeMs: number
  readonly inProcessMs: number
  readonly requests: number
  readonly connections: number
  readonly megabytes: number
  readonly answer: string
}

/** The cost of one question to both programs; null for fedfind if it is not installed. */
export interface Comparison {
  readonly question: string
  readonly nightjar: Cost
  readonly fedfind: Cost | null
}

/** How to start a program: as a whole process, and as a driver that repeats the question. */
interface Program {
  readonly whole: (question: Question) => readonly [string, readonly string[]]
  readonly driver: (question: Question, seconds: number) => readonly [string, readonly string[]]
  readonly env: NodeJS.ProcessEnv
}

/** Node's compile cache, as in `bin/nightjar`. Python caches by default. */
const cache = { NODE_COMPILE_CACHE: `${root}.tools/compile-cache` }

/** A slow answer is measured three times, a fast one as often as these milliseconds allow. */
const patienceMs = 6000

/** Asks both programs every question, against one tree that delays each answer. */
export async function compare(delayMs: number, python: string | null): Promise<readonly Comparison[]> {
  const server = spawn(process.execPath, ['bench/tree-server.ts', String(delayMs)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-bench-'))
  try {
    const [line] = await once(server.stdout, 'data')
    const url = String(line).trim()
    const config = join(folder, 'nightjar.toml')
    await writeFile(config, configOf(url))
    const ours = nightjar(config)
    const theirs = python === null ? null : fedfind(python, url, folder)
    const compared: Comparison[] = []
    for (const question of questions) compared.push(await ask(question, url, ours, theirs))
    return compared
  } finally {
    server.kill()
    await rm(folder, { recursive: true })
  }
}

async function ask(
  question: Question,
  url: string,
  ours: Program,
  theirs: Program | null,
): Promise<Comparison> {
  const programs = theirs ? [ours, theirs] : [ours]
  const counted = []
  for (const program of programs) counted.push(await counts(program, question, url))
  const whole = await inTurns(programs, question)
  const costs: Cost[] = []
  for (const [at, program] of programs.entries()) {
    const single = await driven(program, question, 0.001)
    const often = await driven(program, question, 2)
    costs.push({
      wholeMs: Math.min(...(whole[at] ?? [])),
      inProcessMs: often.ms,
      megabytes: single.megabytes,
      answer: often.answer,
      ...(counted[at] ?? { requests: 0, connections: 0 }),
    })
  }
  const [first, second = null] = costs
  if (first === undefined) throw new Error('nothing was measured')
  return { question: question.name, nightjar: first, fedfind: second }
}

/** Milliseconds of whole processes. The programs take turns, so a busy machine slows both. */
async function inTurns(programs: readonly Program[], question: Question): Promise<readonly number[][]> {
  const times = programs.map((): number[] => [])
  for (let spent = 0, round = 0; round < 3 || (spent < patienceMs && round < 25); round++) {
    for (const [at, program] of programs.entries()) {
      const { ms } = await runProcess(...program.whole(question), program.env)
      times[at]?.push(ms)
      spent += ms
    }
  }
  return times
}

function nightjar(config: string): Program {
  return {
    whole: ({ command }) => [process.execPath, ['cli/main.ts', ...command, '--config', config]],
    driver: ({ driver }, seconds) => [
      process.execPath,
      ['bench/nightjar-driver.ts', config, String(seconds), ...driver],
    ],
    env: cache,
  }
}

function fedfind(python: string, url: string, home: string): Program {
  const args = (question: Question, seconds: number) => [
    'bench/fedfind_driver.py',
    url,
    String(seconds),
    ...question.driver,
  ]
  return {
    whole: (question) => [python, args(question, 0)],
    driver: (question, seconds) => [python, args(question, seconds)],
    env: { HOME: home, FEDFIND_NO_CACHE: '1' },
  }
}

/** The requests and connections of a whole process. */
async function counts({ whole, env }: Program, question: Question, url: string) {
  await readCounts(url)
  await runProcess(...whole(question), env)
  const { requests, connections } = await readCounts(url)
  // The request for the counts has a connection, too.
  return { requests, connections: connections - 1 }
}

async function readCounts(url: string): Promise<{ requests: number; connections: number }> {
  const said: unknown = await (await fetch(`${url}/-/counts`)).json()
  if (typeof said === 'object' && said !== null && 'requests' in said && 'connections' in said) {
    return { requests: Number(said.requests), connections: Number(said.connections) }
  }
  throw new Error('the tree sent no counts')
}

async function driven({ driver, env }: Program, question: Question, seconds: number) {
  const { stdout, stderr } = await runProcess(...driver(question, seconds), env)
  return driverSaid(stdout, stderr)
}

function driverSaid(stdout: string, stderr: string): { answer: string; ms: number; megabytes: number } {
  const said: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? 'null')
  if (typeof said === 'object' && said !== null && 'answer' in said && 'ms' in said && 'megabytes' in said) {
    return { answer: String(said.answer), ms: Number(said.ms), megabytes: Number(said.megabytes) }
  }
  throw new Error(`a driver did not answer: ${stdout}${stderr}`)
}

function configOf(url: string): string {
  const off = 'required = false\n'
  return `[compose]\ntree = "${url}/compose"\nreleases = "${url}/release.json"\n[koji]\n${off}[mirror]\n${off}`
}
