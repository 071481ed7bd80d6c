import { z } from 'zod'
import type { StreamWatch } from '../../workers/watch/overdue.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const watch = {
  stream: z.string(),
  state: z.enum(['in time', 'overdue', 'not watched']),
  night: z.string().nullable(),
  dueBy: z.string().nullable(),
  opened: z.string().nullable(),
  reported: z.string().nullable(),
  lastReport: z.string().nullable(),
} satisfies MembersOf<StreamWatch>

/** What `overdue` prints. `streams` is null, and `why` says why, where the archive does not answer. */
export const overdueForm = z.strictObject({
  schema: z.literal('nightjar/overdue/1'),
  streams: z.array(z.strictObject(watch)).nullable(),
  why: z.string().nullable(),
  mailed: z.array(z.string()),
})
