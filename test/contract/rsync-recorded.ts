import { z } from 'zod'
import { recordedJson } from '../recorded/read.ts'

/** A call of rsync, its exit code and what it printed. */
export type RsyncCall = Readonly<z.output<typeof callSchema>>

const callSchema = z.object({
  name: z.string(),
  exit: z.number(),
  /** Bytes, not text: some names are not UTF-8. */
  stdout: z.string().transform((latin1) => Buffer.from(latin1, 'latin1')),
  stderr: z.string(),
  /** The entries that were in the folder; null where the listing was not compared with them. */
  expected: z.array(z.unknown()).nullable(),
})

export const rsyncCalls: readonly RsyncCall[] = recordedJson('rsync.json', z.array(callSchema))
