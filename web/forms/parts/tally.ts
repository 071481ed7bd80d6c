import { z } from 'zod'
import type { MembersOf } from '../../../compose/json-form.ts'
import type { TrendTally } from '../../trends/tally.ts'

/** The nights of a stream in a few numbers. */
export const tallyMembers = {
  nights: z.int().describe('so many nights the numbers are about'),
  passed: z.int(),
  noCompose: z.int(),
  reportMs: z.number().nullable().describe('from the due hour to the first report: the median'),
} satisfies MembersOf<TrendTally>
