import { formatComposeName } from '../../compose/naming/compose-name.ts'
import { composeDate } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import type { MashScript, LabScenario } from '../script.ts'

/** One nightly of 2015 of the lab tonight. */
export interface LabMash {
  /** `Rawhide__20261124`, as in openQA's BUILD. */
  readonly id: string
  readonly stream: Stream
  /** `Rawhide` or the branched number. */
  readonly version: string
  /** `YYYYMMDD` */
  readonly date: string
  readonly script: MashScript
}

/** Every nightly of 2015 that a scenario makes on a date (`YYYY-MM-DD`). */
export function mashOf({ nights, branched }: LabScenario, date: string): readonly LabMash[] {
  return nights.flatMap(({ stream, mash }) => {
    if (!mash) return []
    const version = stream === 'rawhide' ? 'Rawhide' : String(branched)
    const ref = { kind: 'mash', version, date: composeDate({ stream, date }) } as const
    return [{ id: formatComposeName(ref), stream, version, date: ref.date, script: mash }]
  })
}
