import { z } from 'zod'
import type { Constant } from '../../compose/json-form.ts'

const night = z.strictObject({
  run: z.string().describe("the night's workflow id"),
  date: z.string().nullable(),
  compose: z.string().nullable(),
  result: z.string().describe("openQA's result, flaky, or no job; of an image: there or missing"),
  detail: z.string().describe('failed modules and bugs; of an image: its size'),
})

const history = z.strictObject({
  stream: z.string(),
  name: z.string(),
  nights: z.array(night),
})

/** The JSON of `nightjar history`. */
export const historyForm = z.strictObject({
  schema: z.literal('nightjar/history/2'),
  histories: z.array(history),
})

/** One test or image over the last nights of a stream. */
export type History = Constant<z.output<typeof history>>
