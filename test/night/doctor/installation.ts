import { execFile } from 'node:child_process'
import { mkdtempDisposable, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { green } from '../../../lab/scenarios/green.ts'
import { makeWorker } from '../../../workers/run-worker.ts'
import { leaveNote } from '../../../workers/temporal/dev-server-note.ts'
import { startTemporal } from '../../../workers/temporal/embedded-temporal.ts'
import { applySchedules } from '../../../workers/temporal/schedules.ts'
import { connectClient } from '../../../workers/temporal/temporal.ts'
import { freshDatabase, type FreshDatabase } from '../../archive/fresh-database.ts'
import { printed } from '../../cli/json/printed.ts'
import { setStage, workflowBundle, type Stage } from '../stage.ts'

/** What a diagnosis says of one thing. */
export interface ToldFinding {
  readonly about: string
  readonly state: string
  readonly said: string
  readonly todo: string | null
}

/** How a test breaks an installation: its configuration, and the environment of the command. */
export interface Break {
  readonly config?: (text: string) => string
  readonly env?: Readonly<Record<string, string>>
}

/** A whole installation with a Temporal server, a worker and a Fedora of its own, in which all is well. */
export interface Installation extends AsyncDisposable {
  readonly stage: Stage
  readonly client: Client
  readonly database: FreshDatabase
  /** Stops the worker, as systemd does. */
  stopWorker(): Promise<void>
  /** Runs `nightjar doctor`; answers how it ended, and what it says is not well. */
  doctor(
    how?: Break,
  ): Promise<{ readonly code: number; readonly ill: readonly ToldFinding[]; readonly out: string }>
  /** The same without `--json`. */
  inWords(how?: Break): Promise<{ readonly code: number; readonly out: string }>
}

/** Sets one up. */
export async function install(date: string): Promise<Installation> {
  await using stack = new AsyncDisposableStack()
  const { path: folder } = stack.use(await mkdtempDisposable(join(tmpdir(), 'nightjar-doctor-')))
  const temporal = stack.adopt(await startTemporal(folder, { database: 'memory' }), (one) => one.stop())
  const database = await freshDatabase()
  const stage = stack.use(await setStage(green, date, { database }))
  stack.defer(leaveNote(stage.folder, temporal))
  // A folder of the tree is there only once its composes are.
  stage.clock.begin()
  const place = { options: { address: temporal.address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), ({ connection }) => connection.close())
  await applySchedules(client, stage.settings)
  const { workers } = await makeWorker(stage.settings, place, stage.archive, { bundle: workflowBundle() })
  const running = workers.run()
  const stopWorker = async () => {
    workers.shutdown()
    await running
  }
  stack.defer(stopWorker)
  const kept = stack.move()
  const inWords = (how: Break = {}) => run(stage, how)
  return {
    stage,
    client,
    database,
    inWords,
    stopWorker,
    async doctor(how = {}) {
      const { code, out } = await run(stage, how, '--json')
      return { code, out, ill: findingsOf(out).filter(({ state }) => state !== 'ok') }
    },
    [Symbol.asyncDispose]: () => kept.disposeAsync(),
  }
}

let runs = 0

async function run({ file, folder }: Stage, { config = (text) => text, env = {} }: Break, ...args: string[]) {
  const broken = join(folder, `broken-${(runs += 1)}.toml`)
  await writeFile(broken, config(await readFile(file, 'utf8')))
  return new Promise<{ code: number; out: string }>((resolve) => {
    const all = { ...process.env, ...env, NIGHTJAR_CONFIG: broken }
    execFile(process.execPath, ['cli/main.ts', 'doctor', ...args], { env: all }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out || err })
    })
  })
}

function findingsOf(out: string): readonly ToldFinding[] {
  const answer = printed('nightjar/doctor/2', out)
  const { findings }: { findings: readonly ToldFinding[] } = Object(answer)
  return findings
}

/** What is ill, each as `state about: said (todo)`. */
export function lines(ill: readonly ToldFinding[]): readonly string[] {
  return ill.map(({ state, about, said, todo }) => `${state} ${about}: ${said} (${todo})`)
}
