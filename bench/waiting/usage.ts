import { readFileSync } from 'node:fs'

/** What a process has used so far. */
export interface Usage {
  /** Bytes of resident memory. */
  readonly memory: number
  /** Seconds on a core. */
  readonly cpu: number
}

/** Of a second, in the times of `/proc`: so on every Linux that Node runs on. */
const ticks = 100

/** What a running process has used so far. */
export function usageOf(pid: number): Usage {
  const [, kibibytes = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The program's name is in parentheses, and may have any character.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return { memory: Number(kibibytes) * 1024, cpu: (Number(user) + Number(system)) / ticks }
}
