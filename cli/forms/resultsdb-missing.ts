import { z } from 'zod'

const job = {
  job: z.int(),
  url: z.string().describe('the page of the job'),
  test: z.string(),
}

const lacking = {
  ...job,
  result: z.string().describe("openQA's word, such as passed"),
  finished: z.string().nullable().describe('ISO, UTC'),
  testcase: z.string().describe('of the result that ResultsDB lacks, as the next two'),
  item: z.string(),
  outcome: z.enum(['PASSED', 'INFO', 'FAILED', 'NEEDS_INSPECTION']),
}

const posting = z
  .strictObject({
    end: z
      .enum(['posted', 'there', 'refused', 'unreachable', 'unknown'])
      .describe('there: somebody had posted it; unknown: it may be there, so look again'),
    id: z.int().nullable().describe('of the result in ResultsDB'),
    why: z.string().nullable(),
  })
  .nullable()
  .describe('null: it was not posted')

const missing = z.strictObject({ ...lacking, posting })

/** The JSON of `nightjar resultsdb missing`. */
export const resultsDbMissingForm = z.strictObject({
  schema: z.literal('nightjar/resultsdb-missing/1'),
  compose: z.string(),
  due: z.int().describe('jobs that should have a result'),
  pending: z.int().describe('jobs that have not ended'),
  missing: z.array(missing).describe('jobs without a result'),
  early: z
    .array(z.strictObject(lacking))
    .describe('jobs without a result that ended in the last half an hour: it may still come'),
  unclear: z
    .array(z.strictObject({ ...job, why: z.string() }))
    .describe('jobs that no result can be made of'),
})
