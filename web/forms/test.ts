import { z } from 'zod'
import type { HistoryLine } from '../../archive/queries/test-history.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { standings } from '../../jobs/results/standing.ts'
import { pageForm } from '../page-form.ts'
import type { FlakeCount, TestStanding } from '../parts/test-standing.ts'
import { scenarioShape } from './parts/scenario.ts'

const night = z.strictObject({
  run: z.string().describe('the workflow id'),
  date: z.string().nullable(),
  due: z.string().describe('ISO, UTC'),
  compose: z.string().nullable(),
  edition: z.int(),
  job: z.int().nullable().describe('null, as all that follows, where the night did not have the test'),
  standing: z.enum(standings).nullable(),
  flaky: z.boolean().nullable().describe('passed only when tried again'),
  result: z.string().nullable().describe("openQA's word"),
  failedModules: z.array(z.string()),
  bugs: z.array(z.string()),
} satisfies MembersOf<HistoryLine>)

const standing = z.strictObject({
  ended: z
    .enum(['passed', 'softfailed', 'failed'])
    .describe('on the last night on which it passed or failed'),
  since: night.describe('the night with which it began to fail in this way, or to pass'),
  nights: z.int().describe('of that row'),
  orEarlier: z.boolean().describe('the row begins with the first night that was looked at'),
  before: night.nullable().describe('the last night on which it ended otherwise'),
  lastPassed: night.nullable(),
  lastFailed: night.nullable(),
  silent: z.int().describe('nights since then on which it neither passed nor failed'),
} satisfies MembersOf<TestStanding>)

const flakes = z.strictObject({
  flaky: z.int(),
  ran: z.int().describe('nights on which it passed or failed'),
  of: z.int().describe('nights that were looked at'),
} satisfies MembersOf<FlakeCount>)

/** The JSON of a test: `/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit`. */
export const testForm = pageForm('nightjar/page-test/1', {
  stream: z.string(),
  test: scenarioShape,
  standing: standing.nullable().describe('null where it did not run'),
  flakes: z.array(flakes).describe('of the last 30 nights; where there are more, of the last 90, too'),
  bugs: z.array(z.string()),
  openqa: z
    .string()
    .nullable()
    .describe("a job's page is <openqa>/tests/<job>; null where no report told it"),
  nights: z.array(night).describe('the last 90 with tests, the latest first'),
})
