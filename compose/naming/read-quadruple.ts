import type { ComposeRef } from './compose-ref.ts'
import { Garbled } from '../garbled.ts'
import { quadrupleReadings } from './quadruple-readings.ts'
import type { Quadruple } from './quadruple.ts'
import { quoted } from '../quoted.ts'

/** The compose that a quadruple says, null where it says none; `20261124.n.0` and `1.2` in one word are taken apart. */
export function readQuadruple(given: Quadruple): ComposeRef | null {
  const said = takenApart(given)
  for (const read of quadrupleReadings) {
    const ref = read(said)
    if (ref) return ref
  }
  return null
}

/** Like {@link readQuadruple}. @throws Garbled that names the expected forms. */
export function parseQuadruple(said: Quadruple): ComposeRef {
  const ref = readQuadruple(said)
  if (ref) return ref
  const { dist, release, milestone, compose, respin } = said
  throw new Garbled(
    'release, milestone, compose and respin such as (Rawhide, , 20261124, 0), (44, Branched, 20261124, 0), ' +
      '(44, Production, 20261124, 0), (44, RC, 1, 2), (44, Beta, , ), (23, Beta, RC2, ) or (Rawhide, , 20150820, )',
    quoted(`${dist} (${release}, ${milestone}, ${compose}, ${respin})`),
  )
}

function takenApart(said: Quadruple): Quadruple {
  const parts = said.respin === '' ? /^(\d+)\.(.+)$/.exec(said.compose) : null
  return parts ? { ...said, compose: parts[1] ?? '', respin: parts[2] ?? '' } : said
}
