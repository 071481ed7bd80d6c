import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { z } from 'zod'
import { weighLook, type LookPayload } from './payload.ts'
import { root, runProcess } from '../run-process.ts'

/** What a look at a build costs a program. */
export interface LookCost {
  readonly answer: string
  readonly requests: number
  /** The size of openQA's answers. */
  readonly bytes: number
  /** Milliseconds of the first look of a process, and the median of many. */
  readonly firstMs: number
  readonly ms: number
  /** Megabytes of the process before a look, at the peak of one look, and of looks without a pause. */
  readonly base: number
  readonly onePeak: number
  readonly peak: number
}

/** The costs of both programs, null for one that is not installed, and what a look sends to Temporal. */
export interface LookCosts {
  readonly nightjar: LookCost
  readonly theirs: LookCost | null
  readonly payload: LookPayload
}

type Driver = readonly [program: string, ...args: readonly string[]]

/** Looks at a build with so many jobs, half of them done, with both programs at one server. */
export async function compareLooks(jobs: number, python: string | null): Promise<LookCosts> {
  const server = spawn(process.execPath, ['bench/openqa/server.ts', String(jobs)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(server.stdout, 'data')
    const { url, build } = place.parse(JSON.parse(String(line)))
    const drivers: readonly Driver[] = [
      [process.execPath, 'bench/openqa/look.ts', url, build],
      ...(python === null ? [] : [[python, 'bench/openqa/client_driver.py', 'look', url, build] as const]),
    ]
    const [nightjar, theirs = null] = await costs(drivers, url)
    if (nightjar === undefined) throw new Error('nothing was measured')
    return { nightjar, theirs, payload: await weighLook(url, build) }
  } finally {
    server.kill()
  }
}

async function costs(drivers: readonly Driver[], url: string): Promise<readonly LookCost[]> {
  const counts = []
  for (const driver of drivers) {
    await counted(url)
    await run(driver, 0)
    counts.push(await counted(url))
  }
  const single = await inTurns(drivers, 0)
  const many = await inTurns(drivers, 1)
  return counts.map((count, at) => {
    const one = single[at] ?? []
    const more = many[at] ?? []
    return {
      ...count,
      answer: more[0]?.answer ?? '',
      firstMs: middle(one.map(({ ms }) => ms)),
      ms: middle(more.map(({ ms }) => ms)),
      base: middle(one.map(({ base }) => base)),
      onePeak: middle(one.map(({ peak }) => peak)),
      peak: middle(more.map(({ peak }) => peak)),
    }
  })
}

/** Five runs of each. The programs take turns, so a busy machine slows both. */
async function inTurns(drivers: readonly Driver[], seconds: number): Promise<readonly Said[][]> {
  const runs = drivers.map((): Said[] => [])
  for (let round = 0; round < 5; round++) {
    for (const [at, driver] of drivers.entries()) runs[at]?.push(await run(driver, seconds))
  }
  return runs
}

const place = z.object({ url: z.string(), build: z.string() })
const counts = z.object({ requests: z.int(), bytes: z.int() })
const said = z.object({ answer: z.string(), ms: z.number(), base: z.number(), peak: z.number() })
type Said = z.output<typeof said>

async function run([program, ...args]: Driver, seconds: number): Promise<Said> {
  const { stdout, stderr } = await runProcess(program, [...args, String(seconds)])
  const last = stdout.trim().split('\n').at(-1) ?? ''
  if (!last.startsWith('{')) throw new Error(`a driver did not answer: ${stdout}${stderr}`)
  return said.parse(JSON.parse(last))
}

async function counted(url: string): Promise<z.output<typeof counts>> {
  return counts.parse(await (await fetch(`${url}/-/counts`)).json())
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}
