import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { NewFile } from './new-setup.ts'

/** The files that are there already, with another content. */
export function inTheWay(files: readonly NewFile[]): readonly string[] {
  return files.filter(({ path, text }) => ![null, text].includes(contentOf(path))).map(({ path }) => path)
}

/** Writes files that may take the place of others: all of them, or none. */
export function writeFiles(files: readonly NewFile[]): void {
  const unfinished: (readonly [string, string])[] = []
  try {
    for (const { path, text, secret = false } of files) {
      mkdirSync(dirname(path), { recursive: true, mode: secret ? 0o700 : 0o755 })
      const beside = `${path}.${process.pid}`
      unfinished.push([beside, path])
      writeFileSync(beside, text, { mode: 0o600, flag: 'wx' })
      chmodSync(beside, secret ? 0o600 : 0o644)
    }
    for (const [beside, path] of unfinished) renameSync(beside, path)
  } finally {
    for (const [beside] of unfinished) rmSync(beside, { force: true })
  }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
