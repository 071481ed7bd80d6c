import { z } from 'zod'

/** The JSON of `nightjar find`. */
export const findForm = z.strictObject({
  schema: z.literal('nightjar/find/1'),
  stream: z.string(),
  date: z.string().nullable().describe('of the compose, or the date that was asked for'),
  compose: z.string().nullable().describe('null if there is none'),
  url: z.string().nullable(),
  status: z.string().nullable().describe('as Pungi wrote it; null if there is none yet'),
  why: z.string().nullable().describe('why there is no compose'),
})
