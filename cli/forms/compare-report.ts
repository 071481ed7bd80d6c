import { z } from 'zod'
import type { Difference } from '../../report/check-compose/differences.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const difference = {
  kind: z.enum(['test', 'age', 'image', 'gap']),
  about: z.string(),
  checkCompose: z.string(),
  nightjar: z.string(),
} satisfies MembersOf<Difference>

/** What `compare-report` prints. */
export const compareReportForm = z.strictObject({
  schema: z.literal('nightjar/compare-report/1'),
  compose: z.string().nullable(),
  run: z.string(),
  differences: z.array(z.strictObject(difference)),
})
