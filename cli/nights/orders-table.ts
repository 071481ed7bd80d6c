import { nameOfNight } from '../../compose/naming/night.ts'
import { safeText } from '../../compose/safe-line.ts'
import type { OrderName } from '../../report/order.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { table } from '../table.ts'
import { clock } from './clock.ts'

/** The reason that a person gave, short enough for a table; `--json` has it whole. */
function cut(why: string): string {
  return why.length <= 40 ? why : `${why.slice(0, 39)}…`
}

/** The orders that a night took, and those that it takes as it stands; nothing where there are none. */
export function ordersOf(
  { night, fits }: { readonly night: string; readonly fits: readonly OrderName[] },
  orders: NightProgress['orders'] = [],
): string {
  const rows = orders.map(({ at, asked, by, why, became }) => {
    return [clock(at), asked, by ?? '', cut(why ?? ''), became || 'under way']
  })
  const taken =
    rows.length === 0 ? '' : `\n\n${table(['ORDERED (UTC)', 'ORDER', 'BY', 'WHY', 'CAME OF IT'], rows)}`
  if (fits.length === 0) return taken
  return `${taken}\n\norders that fit now: nightjar ${fits.join('|')} ${safeText(nameOfNight(night))}`
}
