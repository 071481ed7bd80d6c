import type { ChildProcessByStdio } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

/** A program whose input and output are pipes. */
export type Piped = ChildProcessByStdio<Writable, Readable, Readable>

/** How long what a program left behind may say nothing more before its output counts as whole. */
const quietMs = 2_000

/** How a program ended, when all of its output was read: its exit code, or why it has none. */
export function closed(leader: Piped): Promise<number | 'killed' | 'not-installed'> {
  return new Promise((resolve, reject) => {
    leader.on('error', (error) => {
      if ('code' in error && error.code === 'ENOENT') resolve('not-installed')
      else reject(error)
    })
    leader.on('exit', () => closeWhenQuiet(leader))
    leader.on('close', (code) => resolve(code ?? 'killed'))
  })
}

/**
 * Closes the output of a program that has ended, once nothing comes any more: a process that it left behind
 * may hold it open for ever. All that the program itself wrote was in the pipes when it ended.
 */
function closeWhenQuiet(leader: Piped): void {
  let came = false
  for (const pipe of [leader.stdout, leader.stderr]) pipe.on('data', () => (came = true))
  let waiting: NodeJS.Timeout
  const wait = () => {
    // Where this process was held up, what is in the pipes is read between the timer and the look.
    waiting = setTimeout(() => setImmediate(look), quietMs)
  }
  const look = () => {
    if (!came) return closePipes(leader)
    came = false
    wait()
  }
  wait()
  leader.on('close', () => clearTimeout(waiting))
}

/** Closes the output of a program, whoever holds it open. */
export function closePipes({ stdout, stderr }: Piped): void {
  stdout.destroy()
  stderr.destroy()
}
