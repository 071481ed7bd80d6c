import { readFileSync } from 'node:fs'

/**
 * The peak memory of this process in bytes. `resourceUsage().maxRSS` is wrong for this: it starts with the
 * memory of the parent process.
 */
export function peakMemory(): number {
  const [, kibibytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
