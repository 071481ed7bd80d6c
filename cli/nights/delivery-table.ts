import type { Delivery } from '../../archive/nights/deliveries.ts'
import { table } from '../table.ts'

/**
 * How each delivery of a night stands, by mail or on another channel, below what was said before; nothing
 * where there is none.
 */
export function deliveryTable(deliveries: readonly Delivery[]): string {
  if (deliveries.length === 0) return ''
  const rows = deliveries.map(({ edition, recipient, state, attempts, why }) => [
    String(edition),
    recipient,
    state,
    String(attempts),
    why,
  ])
  return `\n\n${table(['EDITION', 'TO', 'STATE', 'TRIES', 'LAST ANSWER'], rows)}`
}
