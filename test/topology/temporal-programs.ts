import { execFileSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { join } from 'node:path'
import { tools } from '../../workers/folders.ts'

/**
 * The version of the real Temporal server that the topology is tried with; the newest that Go 1.26.0 builds.
 */
export const serverVersion = '1.31.0'

const names = ['server', 'sql'] as const

/** The folder with `server` and `sql`, Temporal's tool for its schema; null where nobody has built them. */
export function builtPrograms(environment: NodeJS.ProcessEnv = process.env): string | null {
  const named = environment['NIGHTJAR_TEMPORAL_SERVER_BIN']
  return [named ?? '', join(tools, `temporal-server-${serverVersion}`)].find(hasPrograms) ?? null
}

/**
 * Builds them from the Go module of the server, which takes some six minutes of a processor, once.
 * @throws Error if there is no Go, or it cannot build them
 */
export function buildPrograms(): string {
  const folder = join(tools, `temporal-server-${serverVersion}`)
  const module = 'go.temporal.io/server/cmd'
  const each = ['server', 'tools/sql'].map((name) => `${module}/${name}@v${serverVersion}`)
  execFileSync('go', ['install', ...each], { env: { ...process.env, GOBIN: folder }, stdio: 'inherit' })
  return folder
}

function hasPrograms(folder: string): boolean {
  try {
    names.forEach((name) => accessSync(join(folder, name), constants.X_OK))
    return true
  } catch {
    return false
  }
}
