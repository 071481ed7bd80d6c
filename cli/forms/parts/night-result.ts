import { z } from 'zod'
import type { NightResult } from '../../../workflows/night-run.ts'
import { nightOutcomes } from '../../../report/outcome.ts'
import type { MembersOf } from '../../../compose/json-form.ts'

/** The last report of a night in short, as the commands that wait for it print it. */
export const resultShape = z.strictObject({
  outcome: z.enum([...nightOutcomes, 'covered']),
  verdict: z.string(),
  compose: z.string().nullable(),
  subject: z.string(),
  edition: z.int().nullable().describe('null if another run reports on the compose'),
  delivery: z.string().nullable().describe('the workflow id of its delivery'),
} satisfies MembersOf<Omit<NightResult, 'left'>>)
