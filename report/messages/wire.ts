import { safeLine } from '../../compose/safe-line.ts'
import type { MessageBody } from './message-schema.ts'
import type { NightEvent, NightMessage, Speaking } from './night-message.ts'

/** The name of the messages' schema in fedora-messaging: the entry point of the Python package. */
export const schemaName = 'nightjar.night.v1'

/** The Python package that has it. */
export const schemaPackage = 'nightjar-messages'

/** A message as fedora-messaging sends it. */
export interface WireMessage {
  readonly topic: string
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: MessageBody
}

/** What a message is made with, beside what the night says. */
export interface WireOptions {
  readonly topicPrefix: string
  /** Whether it says who gave an order: nobody verified it. */
  readonly publishBy: boolean
  /** The page of the night; null if it has none that others can open. */
  readonly url: string | null
}

/** INFO, by fedora-messaging's table. */
const severity = 20

/** A message of a night in the form of fedora-messaging 3.9. */
export function wireOf(
  { night, run, temporalRun }: Speaking,
  { n, at, compose, event }: NightMessage,
  { topicPrefix, publishBy, url }: WireOptions,
): WireMessage {
  const { stream, date, hour } = night
  return {
    topic: `${topicPrefix}.nightjar.night.${event.kind}`,
    headers: {
      fedora_messaging_schema: schemaName,
      fedora_messaging_schema_package: schemaPackage,
      fedora_messaging_severity: severity,
      'sent-at': `${at.slice(0, 19)}+00:00`,
      priority: 0,
    },
    body: {
      event: event.kind,
      run,
      temporal_run: temporalRun,
      number: n,
      stream,
      date,
      ...(hour !== undefined && { hour }),
      compose_id: compose,
      at,
      url,
      ...memberOf(event, publishBy),
    },
  }
}

function memberOf(event: NightEvent, publishBy: boolean): Pick<MessageBody, 'stage' | 'verdict' | 'order'> {
  switch (event.kind) {
    case 'open':
      return {}
    case 'stage':
      return { stage: { name: event.stage, state: event.state, said: safeLine(event.said) } }
    case 'verdict': {
      const { verdict, edition, subject } = event
      return { verdict: { verdict, edition, subject: safeLine(subject) } }
    }
    case 'order': {
      const { order: name, asked, by, became } = event
      const who = publishBy && by !== null ? safeLine(by) : null
      return { order: { name, asked: safeLine(asked), by: who, became: safeLine(became) } }
    }
    default:
      return event satisfies never
  }
}
