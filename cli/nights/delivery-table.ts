import type { Delivery } from '../../archive/nights/deliveries.ts'
import { messagesChannel } from '../../report/messages/night-message.ts'
import { table } from '../table.ts'

/**
 * How each delivery of a night stands, by mail or on another channel, below what was said before; nothing
 * where there is none.
 */
export function deliveryTable(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return ''
  const rows = deliveries.map(({ edition, channel, recipient, state, attempts, why }) => [
    // What a night says on the bus belongs to no edition; it is named by its number in the Temporal run.
    ...(channel === messagesChannel
      ? ['-', recipient.replace(/^.*\//, 'bus, message ')]
      : [String(edition), recipient]),
    state,
    String(attempts),
    why,
  ])
  return `\n\n${table(['EDITION', 'TO', 'STATE', 'TRIES', 'LAST ANSWER'], rows)}${lost(deliveries)}`
}

/** What nobody sends again by themselves: a recipient gets no more than two copies. */
function lost(deliveries: readonly Delivery[]): string {
  const newest = Math.max(...deliveries.map(({ edition }) => edition))
  const open = deliveries.find(
    ({ channel, edition, state }) => channel === 'mail' && edition === newest && state === 'unknown',
  )
  return open === undefined
    ? ''
    : '\n\nWhat is "unknown" was handed over without an answer, and may be lost. After two such tries nobody ' +
        `sends it again;\nif it did not come: nightjar send ${open.run} --channel mail`
}
