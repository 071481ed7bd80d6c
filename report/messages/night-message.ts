import type { Night } from '../../compose/naming/night.ts'
import type { OrderName } from '../order.ts'

/** The channel of messages in the archive, which has only those that were set aside. */
export const messagesChannel = 'bus'

/** What happened in a night, as it tells Fedora's message bus. */
export type NightEvent =
  | { readonly kind: 'open' }
  | {
      readonly kind: 'stage'
      readonly stage: string
      readonly state: 'running' | 'done' | 'gave-up'
      /** How it ended, one sentence; empty while it runs. */
      readonly said: string
    }
  | {
      readonly kind: 'verdict'
      readonly verdict: string
      readonly edition: number
      /** The subject of the report. */
      readonly subject: string
    }
  | {
      readonly kind: 'order'
      readonly order: OrderName
      readonly asked: string
      /** Who gave it, as they said; null if they did not say. */
      readonly by: string | null
      /** What came of it, one sentence; empty while it is under way. */
      readonly became: string
    }

/** One message of a night. */
export interface NightMessage {
  /** Its place among the messages of its run, from 1 on. */
  readonly n: number
  /** ISO, UTC. */
  readonly at: string
  readonly compose: string | null
  readonly event: NightEvent
}

/** The run whose messages they are. */
export interface Speaking {
  readonly night: Night
  /** The workflow id of the night. */
  readonly run: string
  readonly temporalRun: string
}
