import { z } from 'zod'
import { Garbled } from '../garbled.ts'
import { quoted } from '../quoted.ts'

/** A name with a slash could lead out of the task's folder. */
const names = z.array(z.string().regex(/^[^/]+$/))

/**
 * Reads the names of a task's files from Koji's decoded listTaskOutput answer.
 * @throws Garbled if it is not a list of names.
 */
export function parseTaskOutput(value: unknown): readonly string[] {
  const read = names.safeParse(value)
  if (read.success) return read.data
  throw new Garbled("a list of the names of a Koji task's files", quoted(JSON.stringify(value) ?? ''))
}
