import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { home, isPackage } from './folders.ts'

const named = z.object({ version: z.string() })

/** The version of this program: `0.1.0`. */
export function programVersion(): string {
  return named.parse(JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))).version
}

/**
 * The version, and the commit where the program is run from a tree: `0.1.0 (0123456789ab)`. Without git, or
 * in a tree that git does not trust, it is the version alone.
 */
export async function programBuild(): Promise<string> {
  if (isPackage) return programVersion()
  try {
    const args = ['-C', home, 'rev-parse', '--short=12', 'HEAD']
    const { stdout } = await promisify(execFile)('git', args, { timeout: 5000 })
    return `${programVersion()} (${stdout.trim()})`
  } catch {
    return programVersion()
  }
}
