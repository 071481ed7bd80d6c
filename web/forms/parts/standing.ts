import { z } from 'zod'
import type { NightPlace, StreamStanding } from '../../../archive/queries/stream-standing.ts'
import type { MembersOf } from '../../../compose/json-form.ts'
import { verdictWords } from '../../../jobs/verdict/verdicts.ts'
import type { GoodCompose } from '../../parts/good-compose.ts'

const place = {
  run: z.string().describe('the workflow id'),
  date: z.string().nullable(),
  compose: z.string().nullable(),
} satisfies MembersOf<NightPlace>

/** How a stream stands by its last night with a verdict. */
export const standingShape = z.strictObject({
  ...place,
  verdict: z.enum(verdictWords),
  headline: z.string().describe('the sentence that answers whether the stream is broken'),
  title: z.string(),
  reportedAt: z.string().describe('ISO, UTC'),
  since: z.strictObject(place).describe('the night with which the row of equal verdicts began'),
  nights: z.int().describe('of that row'),
} satisfies MembersOf<StreamStanding>)

/** The last compose that passed. */
export const goodComposeShape = z.strictObject({
  run: z.string().describe('the workflow id of the night that tested it'),
  compose: z.string(),
  url: z.string().nullable().describe('its folder; null where no night noted it'),
} satisfies MembersOf<GoodCompose>)
