import { z } from 'zod'
import type { FailingJob, FailingJobs } from '../../../jobs/results/failing.ts'
import type { BuildProgress, FlavorProgress } from '../../../jobs/results/progress.ts'
import { orderShape } from '../../../web/forms/parts/told-night.ts'
import type { NightProgress, StageRecord } from '../../../workflows/stage.ts'
import type { MembersOf } from '../../../compose/json-form.ts'

const stage = {
  name: z.enum(['find', 'complete', 'schedule', 'await', 'report', 'watch']),
  state: z.enum(['ahead', 'running', 'done', 'gave-up', 'skipped']),
  since: z.string().nullable(),
  until: z.string().nullable(),
  deadline: z.string().nullable(),
  lastAnswer: z.string(),
  heardAt: z.string().exactOptional().describe('when; ISO, UTC'),
  late: z
    .string()
    .nullable()
    .exactOptional()
    .describe('set while it takes longer than on nine of ten nights'),
} satisfies MembersOf<StageRecord>

const counts = { done: z.int(), running: z.int(), waiting: z.int() }

const jobs = {
  ...counts,
  byFlavor: z.array(
    z.strictObject({
      flavor: z.string(),
      arch: z.string(),
      ...counts,
    } satisfies MembersOf<FlavorProgress>),
  ),
  endsAbout: z.string().nullable().describe('a guess'),
} satisfies MembersOf<BuildProgress>

const failingJob = {
  id: z.int(),
  test: z.string(),
  flavor: z.string(),
  arch: z.string(),
  scenario: z.string(),
} satisfies MembersOf<FailingJob>

const failing = {
  openqa: z.string().describe('its URL'),
  count: z.int(),
  first: z.array(z.strictObject(failingJob)).describe('the first ten'),
} satisfies MembersOf<FailingJobs>

/** How far a night is, as its workflow answers. */
export const progressShape = z.strictObject({
  stream: z.string(),
  date: z.string(),
  hour: z.string().exactOptional().describe('in UTC, of a stream with several due hours a day'),
  compose: z.string().nullable(),
  verdict: z.string().nullable(),
  stages: z.array(z.strictObject(stage)),
  jobs: z.strictObject(jobs).nullable().describe('of openQA; null before the first look at them'),
  orders: z.array(orderShape).optional().describe('what people ordered of the night'),
  failing: z.strictObject(failing).optional().describe('the jobs that ended and did not pass'),
  asOf: z.string().optional().describe('when all of this was so; ISO, UTC'),
} satisfies MembersOf<NightProgress>)
