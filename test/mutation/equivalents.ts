import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Equivalent } from './score.ts'

const list = z.array(
  z.strictObject({
    file: z.string(),
    line: z.string(),
    replaced: z.string(),
    by: z.string(),
    why: z.string().min(20),
  }),
)

/** The mutants that are known to change nothing, each with the reason. */
export function readEquivalents(): readonly Equivalent[] {
  return list.parse(JSON.parse(readFileSync('test/mutation/equivalent.json', 'utf8')))
}
