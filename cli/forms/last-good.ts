import { z } from 'zod'

/** The JSON of `nightjar last-good`. */
export const lastGoodForm = z.strictObject({
  schema: z.literal('nightjar/last-good/1'),
  stream: z.string(),
  compose: z.string().nullable().describe('null if there is none'),
  run: z.string().nullable().describe('the workflow id of its night'),
  date: z.string().nullable(),
  verdict: z.string().nullable(),
})
