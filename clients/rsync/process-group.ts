import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

/** A program to run in its own process group, which is killed as a whole. Times are milliseconds. */
export interface GroupRun {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly deadlineMs: number
  /** The group is killed after this many bytes of stdout. */
  readonly maxBytes: number
  readonly take: (text: string) => void
  readonly signal?: AbortSignal
}

/** How a run ended. `bytes` is the size of stdout; `stderr` has the first 16 KB. */
export type GroupEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly bytes: number; readonly stderr: string }
  | { readonly kind: 'killed' | 'deadline' | 'cancelled' | 'too-much' | 'not-installed' }

type Child = ChildProcessByStdio<null, Readable, Readable>
type Stop = 'deadline' | 'cancelled' | 'too-much' | 'take-failed'

const graceMs = 2_000
const stderrKept = 16_384

/**
 * Runs a program to its end and reads all of stdout before its exit code counts. A deadline, a signal or a
 * too large output kills the whole group: SIGTERM, then SIGKILL after two seconds.
 * @throws what `take` throws, after the group has ended; any failure to start except a missing program.
 */
export async function runGroup(run: GroupRun): Promise<GroupEnd> {
  if (run.signal?.aborted) return { kind: 'cancelled' }
  const child = spawn(run.program, run.args, {
    detached: true,
    env: run.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ending = stopper(child)
  const deadline = setTimeout(() => ending.stop('deadline'), run.deadlineMs)
  const cancel = () => ending.stop('cancelled')
  run.signal?.addEventListener('abort', cancel)
  try {
    return await ended(run, child, ending)
  } finally {
    clearTimeout(deadline)
    run.signal?.removeEventListener('abort', cancel)
    ending.settle()
  }
}

interface Stopper {
  stop(why: Stop): void
  /** Cancels the SIGKILL: when the group's output is closed, no process is left in it. */
  settle(): void
  readonly why: Stop | null
}

function stopper(child: Child): Stopper {
  let why: Stop | null = null
  let grace: NodeJS.Timeout | undefined
  return {
    stop(reason) {
      if (why !== null) return
      why = reason
      signalGroup(child, 'SIGTERM')
      grace = setTimeout(() => signalGroup(child, 'SIGKILL'), graceMs)
    },
    settle() {
      clearTimeout(grace)
    },
    get why() {
      return why
    },
  }
}

async function ended({ take, maxBytes }: GroupRun, child: Child, ending: Stopper): Promise<GroupEnd> {
  const decoder = new TextDecoder()
  let bytes = 0
  let stderr = ''
  let thrown: unknown
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    if (stderr.length < stderrKept) stderr += text.slice(0, stderrKept)
  })
  child.stdout.on('data', (chunk: Buffer) => {
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
  const code = await closed(child)
  if (ending.why === 'take-failed') throw thrown
  if (ending.why !== null) return { kind: ending.why }
  return typeof code === 'number' ? { kind: 'exited', code, bytes, stderr } : { kind: code }
}

function closed(child: Child): Promise<number | 'killed' | 'not-installed'> {
  return new Promise((resolve, reject) => {
    child.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve('not-installed')
      else reject(error)
    })
    child.on('close', (code) => resolve(code ?? 'killed'))
  })
}

function signalGroup({ pid }: Child, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch {
    // ESRCH: no process is left in the group.
  }
}
