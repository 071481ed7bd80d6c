import { z } from 'zod'
import type { EditionLine } from '../../../archive/nights/editions-of.ts'
import type { MembersOf } from '../../../compose/json-form.ts'
import { orderNames, type NightOrder } from '../../../report/order.ts'
import type { StageTiming } from '../../../report/outcome.ts'

/** An edition of a report. */
export const editionShape = z.strictObject({
  number: z.int(),
  key: z.string(),
  at: z.string(),
  outcome: z.string(),
  verdict: z.string(),
  compose: z.string().nullable(),
  subject: z.string(),
  tests: z.int(),
} satisfies MembersOf<EditionLine>)

/** How long a stage took. */
export const stageShape = z.strictObject({
  name: z.string(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  lastAnswer: z.string(),
} satisfies MembersOf<StageTiming>)

/** An order that a night took. */
export const orderShape = z.strictObject({
  id: z.string(),
  name: z.enum(orderNames),
  at: z.string(),
  by: z.string().nullable(),
  why: z.string().nullable(),
  asked: z.string(),
  became: z.string().describe('empty while it is under way'),
} satisfies MembersOf<NightOrder>)
