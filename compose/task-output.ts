import { z } from 'zod'
import { Garbled } from './garbled.ts'
import { quoted } from './quoted.ts'

const names = z.array(z.string())

/** The names of a task's files, as Koji's decoded listTaskOutput answer has them. @throws Garbled where it is no list of names. */
export function parseTaskOutput(value: unknown): readonly string[] {
  const read = names.safeParse(value)
  if (read.success) return read.data
  throw new Garbled("a list of the names of a Koji task's files", quoted(JSON.stringify(value) ?? ''))
}
