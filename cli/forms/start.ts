import { z } from 'zod'
import type { Answer } from '../../compose/json-form.ts'
import { resultShape } from './parts/night-result.ts'

/** The JSON of `nightjar start`. */
export const startForm = z.strictObject({
  schema: z.literal('nightjar/start/2'),
  run: z.string().describe('the workflow id'),
  started: z.boolean().describe('false if it was started before'),
  stands: z
    .enum(['started', 'running', 'open', 'ended'])
    .describe('`open` and `ended`: it has reported, and is started again with `rerun`'),
  said: z.string().describe('the same as a sentence, with what to type'),
  result: resultShape.nullable().describe('null without --wait, or if it left no report'),
  noReport: z.string().nullable().describe('with --wait: why it left no report'),
})

/** The run of a night, and its end if that was waited for. */
export type StartAnswer = Answer<typeof startForm>
