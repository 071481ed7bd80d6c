import type { OrderRequest } from '../../workflows/orders/order.ts'
import { UsageError } from '../exit-code.ts'

const dayMs = 24 * 3_600_000

/**
 * Reads how long a stage is to last: `4h`, `90min`, or `until 18:00`, which is UTC and the next such time.
 * @throws UsageError that lists the forms
 */
export function readExtension(words: readonly string[], now: number): Pick<OrderRequest, 'hours' | 'until'> {
  const text = words.join(' ').trim().replaceAll(/\s+/g, ' ')
  const [, amount, unit] = /^(\d+(?:\.\d+)?) ?(h|min)$/.exec(text) ?? []
  const hours = Number(amount) / (unit === 'min' ? 60 : 1)
  if (hours > 0 && hours <= 48) return { hours }
  const [, clock] = /^until ((?:[01]\d|2[0-3]):[0-5]\d)(?: UTC)?$/.exec(text) ?? []
  if (clock !== undefined) return { until: new Date(nextAt(clock, now)).toISOString() }
  throw new UsageError(
    `expected 4h, 90min or "until 18:00" (UTC), at most 48 hours, not ${JSON.stringify(text.slice(0, 60))}`,
  )
}

function nextAt(clock: string, now: number): number {
  const today = Date.parse(`${new Date(now).toISOString().slice(0, 10)}T${clock}:00Z`)
  return today > now ? today : today + dayMs
}
