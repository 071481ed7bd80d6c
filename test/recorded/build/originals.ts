import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { z } from 'zod'

const [, , folder] = process.argv
if (folder === undefined) throw new Error('usage: node test/recorded/build/all.ts FOLDER')

/** The paths below the folder of originals that match a pattern, sorted. */
export function paths(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: folder }).toSorted()
}

export function bytes(path: string): Buffer {
  const stored = readFileSync(join(folder ?? '', path))
  return path.endsWith('.gz') ? gunzipSync(stored) : stored
}

export function text(path: string): string {
  return bytes(path).toString('utf8')
}

export function lines(path: string): readonly string[] {
  return text(path).trimEnd().split('\n')
}

export function json<Value>(path: string, schema: z.ZodType<Value>): Value {
  return schema.parse(JSON.parse(text(path)))
}
