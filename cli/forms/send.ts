import { z } from 'zod'
import type { Answer } from '../../compose/json-form.ts'

/** The JSON of `nightjar send`. */
export const sendForm = z.strictObject({
  schema: z.literal('nightjar/send/1'),
  run: z.string().describe('the workflow id'),
  edition: z.int().describe('the edition of its report that was sent'),
  channel: z.string(),
  said: z.string().describe('what the receiver answered'),
})

/** What was sent, and what the receiver answered. */
export type SendAnswer = Answer<typeof sendForm>
