import { z } from 'zod'
import type { FlakeRate } from '../../archive/queries/flake-rates.ts'
import type { ArchRate, ImageTrend, TrendNight } from '../../archive/queries/trends.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { pageForm } from '../page-form.ts'
import { tallyMembers } from './parts/tally.ts'

const night = {
  run: z.string().describe('the workflow id'),
  due: z.string().describe('ISO, UTC'),
  verdict: z.string().nullable(),
  compose: z.string().nullable(),
  reportedAt: z.string().nullable().describe('when its first report was made'),
  stages: z.array(z.strictObject({ name: z.string(), ms: z.number() })),
} satisfies MembersOf<TrendNight>

const rate = {
  run: z.string(),
  arch: z.string(),
  passed: z.int(),
  of: z.int(),
} satisfies MembersOf<ArchRate>

const flake = {
  distri: z.string(),
  flavor: z.string(),
  arch: z.string(),
  test: z.string(),
  machine: z.string(),
  nights: z.int().describe('on which it passed or failed'),
  flaky: z.int().describe('of those: it passed only when tried again'),
  failed: z.int(),
  rate: z.number().describe('flaky of all nights, from 0 to 1'),
} satisfies MembersOf<FlakeRate>

const image = {
  subvariant: z.string(),
  type: z.string(),
  arch: z.string(),
  sizes: z.array(z.strictObject({ run: z.string(), bytes: z.number() })).describe('the earliest first'),
} satisfies { readonly [Name in keyof MembersOf<ImageTrend>]: z.ZodType }

/** The JSON of the trends of a stream: `/trends/rawhide`. */
export const streamTrendsForm = pageForm('nightjar/page-stream-trends/1', {
  stream: z.string(),
  title: z.string(),
  tally: z.strictObject(tallyMembers),
  nights: z.array(z.strictObject(night)).describe('the last 90, the earliest first'),
  rates: z.array(z.strictObject(rate)).describe('tests that passed, by night and arch'),
  flakes: z.array(z.strictObject(flake)).describe('the worst ten'),
  images: z.array(z.strictObject(image)).describe('those whose sizes changed most'),
})
