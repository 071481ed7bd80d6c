import { z } from 'zod'
import type { NightResult } from '../../workflows/report.ts'
import type { Answer, MembersOf } from '../json.ts'

const outcomes = [
  'tested',
  'unfinished-tests',
  'unfinished-compose',
  'absent',
  'unobserved',
  'no-branched',
  'cancelled',
  'covered',
] as const

const result = {
  outcome: z.enum(outcomes),
  verdict: z.string(),
  compose: z.string().nullable(),
  subject: z.string(),
  edition: z.int().nullable().describe('null if another run reports on the compose'),
  delivery: z.string().nullable().describe('the workflow id of its delivery'),
} satisfies MembersOf<Omit<NightResult, 'left'>>

/** The JSON of `nightjar start`. */
export const startForm = z.strictObject({
  schema: z.literal('nightjar/start/1'),
  run: z.string().describe('the workflow id'),
  started: z.boolean().describe('false if it was started before'),
  result: z.strictObject(result).nullable().describe('null without --wait, or if it left no report'),
  noReport: z.string().nullable().describe('with --wait: why it left no report'),
})

/** The run of a night, and its end if that was waited for. */
export type StartAnswer = Answer<typeof startForm>
