import { z } from 'zod'
import type { Delivery } from '../../archive/nights/deliveries.ts'
import type { TestResult } from '../../archive/queries/test-results.ts'
import { explanationSchema } from '../../compose/koji/judged-images-schema.ts'
import { standings } from '../../jobs/results/standing.ts'
import { orderNames } from '../../report/order.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { missingImageMembers } from './image.ts'
import { heardShape, nightLineShape } from '../../web/forms/parts/night-line.ts'
import { editionShape, stageShape } from '../../web/forms/parts/told-night.ts'
import { progressShape } from './parts/progress.ts'

const delivery = {
  run: z.string(),
  edition: z.int(),
  channel: z.string(),
  recipient: z.string(),
  state: z.enum(['waiting', 'delivered', 'refused', 'unknown', 'skipped']),
  messageId: z.string().nullable(),
  why: z.string(),
  attempts: z.int(),
  at: z.string(),
} satisfies MembersOf<Delivery>

const test = {
  distri: z.string(),
  flavor: z.string(),
  arch: z.string(),
  test: z.string(),
  machine: z.string(),
  job: z.int(),
  standing: z.enum(standings),
  flaky: z.boolean(),
  state: z.string(),
  result: z.string(),
  reason: z.string(),
  failedModules: z.array(z.string()),
  bugs: z.array(z.string()),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
} satisfies MembersOf<TestResult>

const ofTemporal = z.strictObject({
  status: z.string().describe("Temporal's word: RUNNING, COMPLETED, …"),
  stage: z.string(),
  started: z.string(),
  progress: progressShape.nullable().describe('null if no worker answers'),
  pending: z.array(z.string()).describe('the last answers of the looks that go on'),
  fits: z.array(z.enum(orderNames)).describe('the orders that it takes; none if no worker answers'),
  end: z.string().nullable().describe('how the run ended without a report'),
})

const ofArchive = z.strictObject({
  night: nightLineShape,
  editions: z.array(editionShape),
  heard: z.array(heardShape),
  deliveries: z.array(z.strictObject(delivery)),
  stages: z.array(stageShape),
  tests: z.array(z.strictObject(test)),
  missing: z.array(z.strictObject({ ...missingImageMembers, koji: explanationSchema.nullable() })),
})

/** The JSON of `nightjar show`. Times are ISO in UTC. */
export const nightForm = z.strictObject({
  schema: z.literal('nightjar/night/2'),
  run: z.string().describe('the workflow id'),
  compose: z.string().nullable(),
  verdict: z.string().nullable().describe('null before the first report'),
  temporal: ofTemporal.nullable().describe('null if Temporal does not know it, or does not answer'),
  archive: ofArchive.nullable().describe('null if the archive does not know it, or does not answer'),
})
