import { z } from 'zod'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'

/** A path would lead out of the task's folder. */
const names = z.array(z.string().regex(/^[^/]+$/))

/**
 * The names of a task's files, as Koji's decoded listTaskOutput answer has them.
 * @throws Garbled where it is no list of names.
 */
export function parseTaskOutput(value: unknown): readonly string[] {
  const read = names.safeParse(value)
  if (read.success) return read.data
  throw new Garbled("a list of the names of a Koji task's files", quoted(JSON.stringify(value) ?? ''))
}
