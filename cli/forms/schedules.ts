import { z } from 'zod'
import type { ScheduleRow } from '../../workers/temporal/schedules.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const row = {
  id: z.string(),
  stream: z.string(),
  due: z.string().describe('05:15 UTC, from the configuration'),
  state: z.enum(['active', 'paused', 'not applied']),
  next: z.string().nullable().describe('ISO, UTC; null if no run is planned'),
} satisfies MembersOf<ScheduleRow>

/** The JSON of `nightjar schedule apply` and `nightjar schedule list`. */
export const schedulesForm = z.strictObject({
  schema: z.literal('nightjar/schedules/1'),
  schedules: z.array(z.strictObject(row)),
})
