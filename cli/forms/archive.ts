import { z } from 'zod'
import type { Pruned } from '../../archive/upkeep/prune.ts'
import type { MembersOf } from '../../compose/json-form.ts'

/** The JSON of `nightjar archive import`. */
export const importForm = z.strictObject({
  schema: z.literal('nightjar/archive-import/1'),
  rows: z.record(z.string(), z.int()).describe('how many rows each table got'),
})

/** The JSON of `nightjar archive prune`. */
export const pruneForm = z.strictObject({
  schema: z.literal('nightjar/archive-prune/1'),
  ...({ values: z.int(), jobs: z.int(), heard: z.int() } satisfies MembersOf<Pruned>),
})
