import { z } from 'zod'
import type { ImageKey } from '../../compose/images/image.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import type { TestBetween } from '../../jobs/compare/between-nights.ts'
import { standings } from '../../jobs/results/standing.ts'
import { pageForm } from '../page-form.ts'
import { scenarioShape } from './parts/scenario.ts'

const side = z.strictObject({
  name: z.string(),
  stream: z.string(),
  run: z.string().nullable().describe('the workflow id; null where no night tested the compose'),
  compose: z.string().nullable(),
  verdict: z.string().nullable(),
  at: z.string().describe('ISO, UTC: when the night was due, or the compose first seen'),
})

const test = z.strictObject({
  ...scenarioShape.shape,
  from: z.enum(standings).nullable().describe('null where the night did not have it'),
  to: z.enum(standings).nullable(),
  failedModules: z.array(z.string()),
  required: z.boolean().describe('whether the second stream requires it'),
} satisfies MembersOf<TestBetween>)

const image = z.strictObject({
  subvariant: z.string(),
  type: z.string(),
  arch: z.string(),
  before: z.int().nullable().describe('bytes; null where the first does not have it'),
  after: z.int().nullable(),
} satisfies MembersOf<ImageKey & { before: number | null; after: number | null }>)

const tests = z.strictObject({
  failing: z.array(test).describe('they fail on the second, and did not on the first, or elsewhere'),
  fixed: z.array(test),
  otherwise: z.array(test).describe('they ended otherwise'),
  gone: z.array(test).describe('only the first has them'),
  added: z.array(test).describe('only the second has them'),
})

const images = z.strictObject({
  gone: z.array(image),
  added: z.array(image),
  renamed: z.array(image).describe('now of another type; under the new one'),
  resized: z.array(image).describe('by more than a tenth'),
})

/** The JSON of `/compare`: what is compared, once it is named. */
export const compareForm = pageForm('nightjar/page-compare/1', {
  from: side.nullable(),
  to: side.nullable(),
  tests: tests.nullable().describe('null where a side has no results'),
  images: images.nullable().describe('null where the images of a side are not known'),
})
