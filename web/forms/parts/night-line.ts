import { z } from 'zod'
import type { Heard } from '../../../archive/nights/heard.ts'
import type { NightLine } from '../../../archive/queries/night-lines.ts'
import type { MembersOf } from '../../../compose/json-form.ts'

/** The last thing that a stage heard. */
export const heardShape = z.strictObject({
  stage: z.string(),
  said: z.string(),
  at: z.string().describe('ISO, UTC'),
} satisfies MembersOf<Heard>)

/** A night as the archive has it in one line. Times are ISO in UTC. */
export const nightLineShape = z.strictObject({
  run: z.string().describe('the workflow id: nightly/<stream>/<date or compose>'),
  temporalRun: z.string(),
  stream: z.string(),
  date: z.string().nullable(),
  due: z.string(),
  compose: z.string().nullable(),
  outcome: z.string().nullable(),
  verdict: z.string().nullable().describe('null before the first report'),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  noReport: z.string().nullable().describe('why it ended without a report'),
  edition: z.int().nullable().describe('null before the first report'),
  reportedAt: z.string().nullable(),
  subject: z.string().nullable(),
  tests: z.int().nullable(),
  heard: heardShape.nullable(),
} satisfies MembersOf<NightLine>)
