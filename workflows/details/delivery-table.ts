import type { DeliveryProgress } from '../delivery/delivery-state.ts'
import { plain, row } from './markdown.ts'

/** A delivery as a markdown table, which Temporal's UI shows as the current details of its run. */
export function deliveryTable({ recipients, tries, unknownTries, why }: DeliveryProgress): string {
  const unknown = unknownTries === 0 ? '' : `, of ${unknownTries} of them nobody knows whether it was taken`
  const last = why === '' ? '' : `; the last: ${plain(why)}`
  const head = `${row(['recipient', 'state', 'last answer'])}\n|---|---|---|`
  const body = (recipients ?? []).map((each) => row([plain(each.recipient), each.state, plain(each.why)]))
  return [`Tries: ${tries}${unknown}${last}`, '', head, ...body].join('\n')
}
