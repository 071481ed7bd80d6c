import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closed, closePipes, type Piped } from './program-output.ts'

/** A program and all that it starts, in one process group. The group ends at the latest with this process. */
export interface Group {
  readonly pid: number
  /** Resolves with how the program ended: `exit 0`, `SIGKILL`. */
  readonly ended: Promise<string>
  /** Sends SIGTERM, then SIGKILL after ten seconds; resolves when the program has ended. */
  stop(): Promise<void>
  kill(signal: NodeJS.Signals): void
}

/** A program to run to its end in its own process group. Times are milliseconds. */
export interface GroupRun {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** All of stdin; nothing if absent. The program need not read it. */
  readonly input?: string
  readonly deadlineMs: number
  /** The group is killed after this many bytes of stdout. */
  readonly maxBytes: number
  readonly take: (text: string) => void
  readonly signal?: AbortSignal
}

/** How a run ended. `bytes` is the size of stdout; `stderr` has the first 16 KB. */
export type GroupEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly bytes: number; readonly stderr: string }
  | { readonly kind: 'killed' | 'deadline' | 'cancelled' | 'too-much' }
  | { readonly kind: 'not-installed' }

type Stop = 'deadline' | 'cancelled' | 'too-much' | 'take-failed'

const graceOfRunMs = 2_000
const graceOfGroupMs = 10_000
const stderrKept = 16_384

const running = new Set<ChildProcess>()
process.once('exit', () => running.forEach((leader) => signalGroup(leader, 'SIGKILL')))

/** Starts a program that runs beside this one; its output goes to an open file. */
export function startGroup(
  program: string,
  args: readonly string[],
  { env, output }: { readonly env: NodeJS.ProcessEnv; readonly output: number },
): Group {
  const leader = spawn(program, args, { detached: true, env, stdio: ['ignore', output, output] })
  running.add(leader)
  const ended = howEnded(leader).finally(() => running.delete(leader))
  const kill = (signal: NodeJS.Signals) => {
    // After a leader ended, its number may belong to another process.
    if (running.has(leader)) signalGroup(leader, signal)
  }
  return {
    pid: leader.pid ?? 0,
    ended,
    kill,
    async stop() {
      kill('SIGTERM')
      const late = setTimeout(() => kill('SIGKILL'), graceOfGroupMs)
      await ended
      clearTimeout(late)
    },
  }
}

/**
 * Runs a program to its end and reads all of stdout before its exit code counts. A deadline, a signal or a
 * too large output kills the whole group: SIGTERM, then SIGKILL after two seconds. What a program that ended
 * by itself left behind, and what left its group, lives on.
 * @throws what `take` throws, after the group has ended; any failure to start except a missing program.
 */
export async function runGroup(run: GroupRun): Promise<GroupEnd> {
  if (run.signal?.aborted) return { kind: 'cancelled' }
  const leader = spawn(run.program, run.args, {
    detached: true,
    env: run.env,
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  running.add(leader)
  // A program that ends without reading it closes the pipe.
  leader.stdin.on('error', () => {}).end(run.input ?? '')
  const ending = stopper(leader)
  const deadline = setTimeout(() => ending.stop('deadline'), run.deadlineMs)
  const cancel = () => ending.stop('cancelled')
  run.signal?.addEventListener('abort', cancel)
  try {
    return await readToEnd(run, leader, ending)
  } finally {
    clearTimeout(deadline)
    run.signal?.removeEventListener('abort', cancel)
    ending.settle()
    running.delete(leader)
  }
}

interface Stopper {
  stop(why: Stop): void
  /** Cancels the SIGKILL: when the group's output is closed, no process is left in it. */
  settle(): void
  readonly why: Stop | null
}

function stopper(leader: Piped): Stopper {
  let why: Stop | null = null
  let grace: NodeJS.Timeout | undefined
  return {
    stop(reason) {
      if (why !== null) return
      why = reason
      signalGroup(leader, 'SIGTERM')
      grace = setTimeout(() => {
        signalGroup(leader, 'SIGKILL')
        // What left the group lives, and may hold the output open.
        closePipes(leader)
      }, graceOfRunMs)
    },
    settle() {
      clearTimeout(grace)
    },
    get why() {
      return why
    },
  }
}

async function readToEnd({ take, maxBytes }: GroupRun, leader: Piped, ending: Stopper): Promise<GroupEnd> {
  const decoder = new TextDecoder()
  let bytes = 0
  let stderr = ''
  let thrown: unknown
  leader.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < stderrKept) stderr += text.slice(0, stderrKept)
  })
  leader.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > maxBytes) ending.stop('too-much')
    if (ending.why !== null) return
    try {
      take(decoder.decode(chunk, { stream: true }))
    } catch (error) {
      thrown = error
      ending.stop('take-failed')
    }
  })
  const code = await closed(leader)
  if (ending.why === 'take-failed') throw thrown
  if (ending.why !== null) return { kind: ending.why }
  return typeof code === 'number' ? { kind: 'exited', code, bytes, stderr } : { kind: code }
}

async function howEnded(leader: ChildProcess): Promise<string> {
  try {
    const [code, signal]: unknown[] = await once(leader, 'exit')
    return typeof signal === 'string' ? signal : `exit ${String(code)}`
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    // ESRCH: no process is left in the group.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
