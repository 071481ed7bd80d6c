import { z } from 'zod'

/** The JSON of `nightjar previous`. */
export const previousForm = z.strictObject({
  schema: z.literal('nightjar/previous/1'),
  compose: z.string(),
  previous: z.string().nullable().describe('null if none is known'),
  url: z.string().nullable().describe('null if it was deleted'),
})
