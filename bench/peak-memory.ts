import { readFileSync } from 'node:fs'

/**
 * The most memory that this process has had, in bytes. Not `resourceUsage().maxRSS`: that starts with what the process
 * had that started this one.
 */
export function peakMemory(): number {
  const [, kibibytes = ''] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kibibytes) * 1024
}
