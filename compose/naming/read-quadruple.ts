import type { ComposeRef } from './compose-ref.ts'
import { quadrupleReadings } from './quadruple-readings.ts'
import type { Quadruple } from './quadruple.ts'

/**
 * The compose that a quadruple says, null where it says none; `20261124.n.0` and `1.2` in one word are taken
 * apart.
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
