import { readFileSync } from 'node:fs'

/**
 * The peak memory of a process in bytes. `resourceUsage().maxRSS` is wrong for this: it starts with the
 * memory of the parent process.
 */
export function peakMemory(pid: number | 'self' = 'self'): number {
  const [, kibibytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
