import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { once } from 'node:events'

/** A child process that ends when this process ends. */
export interface Child {
  readonly pid: number
  /** Resolves with how it ended: `exit 0`, `SIGKILL`. */
  readonly ended: Promise<string>
  /** Sends SIGTERM, then SIGKILL after ten seconds; resolves when the process has ended. */
  stop(): Promise<void>
  kill(signal: NodeJS.Signals): void
}

const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((child) => signalGroup(child, 'SIGKILL')))

const graceMs = 10_000

/** Starts a program in its own process group, with its output in a log file. */
export function startChild(
  program: string,
  args: readonly string[],
  { log, environment = {} }: { readonly log: string; readonly environment?: NodeJS.ProcessEnv },
): Child {
  mkdirSync(dirname(log), { recursive: true })
  const file = openSync(log, 'a')
  const child = spawn(program, [...args], {
    detached: true,
    stdio: ['ignore', file, file],
    env: { ...process.env, ...environment },
  })
  closeSync(file)
  running.add(child)
  const ended = ending(child).finally(() => running.delete(child))
  return {
    pid: child.pid ?? 0,
    ended,
    kill: (signal) => signalGroup(child, signal),
    async stop() {
      signalGroup(child, 'SIGTERM')
      const late = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
      await ended
      clearTimeout(late)
    },
  }
}

async function ending(child: ChildProcess): Promise<string> {
  try {
    const [code, signal]: unknown[] = await once(child, 'exit')
    return typeof signal === 'string' ? signal : `exit ${String(code)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function signalGroup({ pid, exitCode, signalCode }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
