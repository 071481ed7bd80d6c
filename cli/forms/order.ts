import { z } from 'zod'
import { orderNames } from '../../report/order.ts'
import type { Answer } from '../../compose/json-form.ts'
import { resultShape } from './parts/night-result.ts'

/** The JSON of an order. */
export const orderForm = z.strictObject({
  schema: z.literal('nightjar/order/1'),
  night: z.string().describe('the workflow id of the night that it is about'),
  order: z.enum(orderNames),
  answer: z.enum(['taken', 'refused', 'would be taken', 'would be refused']),
  said: z.string().describe('what the night does, or why it refuses'),
  id: z.string().nullable().describe('the id of its Update; null if it was not taken'),
  run: z.string().nullable().describe('the id of the Temporal run that took it; null if none did'),
  newRun: z.boolean().describe('a new run took over a night that had ended'),
  became: z.string().describe('with --wait: what came of it; empty without it, or if no worker can tell'),
  result: resultShape.nullable().describe('with --wait: the next report; null without it'),
  noReport: z.string().nullable().describe('with --wait: why the run left no report'),
})

/** An order, and what came of it. */
export type OrderAnswer = Answer<typeof orderForm>
