import { z } from 'zod'
import type { MembersOf } from '../../../compose/json-form.ts'
import type { Scenario } from '../../../jobs/results/lineage.ts'

/** What names a test. */
export const scenarioShape = z.strictObject({
  distri: z.string(),
  test: z.string(),
  flavor: z.string(),
  arch: z.string(),
  machine: z.string(),
} satisfies MembersOf<Scenario>)
