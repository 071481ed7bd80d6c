import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { codeOf } from './no-postgres.ts'

/**
 * The command line of a process: null where there is no such process, empty where it has ended and its parent
 * has not asked how.
 */
export function commandOf(pid: number): string | null {
  return process.platform === 'linux' ? commandFromProc(pid) : commandFromPs(pid)
}

function commandFromProc(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ESRCH') return null
    throw error
  }
}

/** For systems without `/proc`: macOS. */
export function commandFromPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch (error) {
    if (error instanceof Error && 'status' in error && error.status === 1) return null
    throw error
  }
}
