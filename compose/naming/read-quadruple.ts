import type { ComposeRef } from './compose-ref.ts'
import { quadrupleReadings } from './quadruple-readings.ts'
import type { Quadruple } from './quadruple.ts'

/**
 * The compose that a quadruple names. Null if it names none. The compose part may include the respin
 * (`20261124.n.0`) or the minor number (`1.2`).
 */
export function readQuadruple(given: Quadruple): ComposeRef | null {
  const said = takenApart(given)
  for (const read of quadrupleReadings) {
    const ref = read(said)
    if (ref) return ref
  }
  return null
}

function takenApart(said: Quadruple): Quadruple {
  const parts = said.respin === '' ? /^(\d+)\.(.+)$/.exec(said.compose) : null
  return parts ? { ...said, compose: parts[1] ?? '', respin: parts[2] ?? '' } : said
}
