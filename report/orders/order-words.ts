import type { Accepted } from '../../compose/expected/acceptance-state.ts'
import type { NightFacts } from '../facts.ts'
import type { NightOrder } from '../order.ts'

/** `accepted until 2026-12-01 by ada: rhbz#1234567` */
export function acceptedWords({ by, why, until }: Accepted): string {
  const howLong = until === null ? 'for this night' : `until ${until}`
  return `accepted ${howLong}${byWhom(by)}: ${why}`
}

/**
 * `06:40 rerun by ada: run what failed again (openQA was full) - fixed 2`. The time has a date where that is
 * not the one that the reader knows.
 */
export function orderWords(order: NightOrder, date: string | null): string {
  const { name, by, why, asked, became } = order
  const reason = why === null ? '' : ` (${why})`
  const result = became === '' ? '' : ` - ${became}`
  return `${timeOf(order, date)} ${name}${byWhom(by)}: ${asked}${reason}${result}`
}

/** The orders as a report publishes them: without the names of people, unless the configuration says so. */
export function published(
  orders: readonly NightOrder[],
  { publishBy }: Pick<NightFacts, 'publishBy'>,
): readonly NightOrder[] {
  return publishBy ? orders : orders.map((order) => ({ ...order, by: null }))
}

/**
 * The last thing that a night heard; of one that a person stopped by an order, why. A sentence of the night
 * may name them, so it is made again from the order as it is published.
 */
export function lastAnswerOf({ outcome, why, orders, publishBy, night }: NightFacts): string {
  const order = published(orders, { publishBy }).findLast(({ name }) => name === 'cancel')
  if (outcome !== 'cancelled' || order === undefined) return why
  return `${order.why ?? 'nobody said why'} (stopped at ${timeOf(order, night.date)} UTC${byWhom(order.by)})`
}

function byWhom(by: string | null): string {
  return by === null ? '' : ` by ${by}`
}

function timeOf({ at }: NightOrder, date: string | null): string {
  return date !== null && at.startsWith(date) ? at.slice(11, 16) : at.slice(0, 16).replace('T', ' ')
}
