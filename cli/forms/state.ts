import { z } from 'zod'

/** The JSON of `nightjar state`. */
export const stateForm = z.strictObject({
  schema: z.literal('nightjar/state/1'),
  compose: z.string(),
  kind: z.enum(['complete', 'waiting', 'dead', 'absent']),
  usable: z.boolean().describe('whether it can be tested'),
  reasons: z.array(z.string()).describe('one sentence for each condition'),
})
