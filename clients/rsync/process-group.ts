import { spawn, type ChildProcessByStdio } from 'node:child_process'
import type { Readable } from 'node:stream'

/** A program to run in a process group of its own, which dies as a whole. Times are milliseconds. */
export interface GroupRun {
  readonly program: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly deadlineMs: number
  /** Bytes of stdout that are taken before the group is killed. */
  readonly maxBytes: number
  readonly take: (text: string) => void
  readonly signal?: AbortSignal
}

/** How a run came to its end; `bytes` of stdout were read, and stderr's first 16 KB are kept. */
export type GroupEnd =
  | { readonly kind: 'exited'; readonly code: number; readonly bytes: number; readonly stderr: string }
  | { readonly kind: 'killed' | 'deadline' | 'cancelled' | 'too-much' | 'not-installed' }

type Child = ChildProcessByStdio<null, Readable, Readable>
type Stop = 'deadline' | 'cancelled' | 'too-much' | 'take-failed'

const graceMs = 2_000
const stderrKept = 16_384

/**
 * Runs a program to its end, with stdout read whole before its exit code is believed.
 * Whatever ends the run early (deadline, signal, size) ends the whole group: SIGTERM, then SIGKILL after two seconds.
 * @throws whatever `take` throws, once the group has ended; any failure to start but a missing program.
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
  /** Calls off the SIGKILL, once the group's output is closed and so nobody is left in it. */
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
    // ESRCH: nobody is left in the group, which is what was wanted.
  }
}
