import type { WireMessage } from '../../report/messages/wire.ts'

/** The way to the message bus. */
export interface MessageBus {
  readonly topicPrefix: string
  /**
   * Sends a message, and ends when the broker has it.
   * @throws ClientFailure `refused`: it is not taken, however often it is sent
   */
  publish(message: WireMessage, id: string, signal: AbortSignal): Promise<void>
}
