import { z } from 'zod'
import { orderNames } from '../order.ts'

const utc = z.iso.datetime().describe('UTC')

const events = {
  stage: z.strictObject({
    name: z.string(),
    state: z.enum(['running', 'done', 'gave-up']),
    said: z.string().describe('How it ended; empty while it runs'),
  }),
  verdict: z.strictObject({
    verdict: z.string().describe('passed, degraded, broken, absent, neutral, unknown, …'),
    edition: z.int().min(1),
    subject: z.string().describe('The subject of the report'),
  }),
  order: z.strictObject({
    name: z.enum(orderNames),
    asked: z.string(),
    by: z.string().nullable().describe('Who gave it, as they said'),
    became: z.string().describe('What came of it; empty while it is under way'),
  }),
}

/**
 * The body of a message on Fedora's bus; the Python package in deploy/fedora-messages has its schema. The
 * member that is named as the event says more of it; `open` has none.
 */
export const messageSchema = z
  .strictObject({
    event: z.enum(['open', 'stage', 'verdict', 'order']),
    run: z.string().describe('The workflow id of the night, such as nightly/rawhide/2026-11-24'),
    temporal_run: z.string().describe("Temporal's id of its run: a night that runs again has another"),
    number: z.int().min(1).describe('Its place among the messages of this run'),
    stream: z.string(),
    date: z.iso.date().describe('The date on which the compose is due'),
    hour: z.string().optional().describe('The hour, where several composes are due a day'),
    compose_id: z.string().nullable(),
    at: utc,
    url: z.url().nullable().describe('The page of the night'),
    ...z.strictObject(events).partial().shape,
  })
  .describe('Something that happened in a night of Nightjar')

/** The body of a message. */
export type MessageBody = z.infer<typeof messageSchema>
