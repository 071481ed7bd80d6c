import { activityInfo } from '@temporalio/activity'
import type { Tools } from '../tools.ts'
import type { Night } from '../../compose/naming/night.ts'
import { askWithin } from '../archive-failures.ts'
import type { Telling } from './news.ts'

/** How many nights back, and how many there must be for a word on what is usual. */
const [nightsBack, enough] = [30, 10]

/** Which stage of which night. */
interface StageOfNight {
  readonly tools: Pick<Tools, 'archive'>
  readonly night: Night
  readonly stage: string | null
}

/**
 * ISO: when the running stage takes longer than on nine of ten nights before; null where too few nights are
 * known, or the archive does not answer soon. It is asked once a lap.
 */
export async function lateAt(
  { tools, night, stage }: StageOfNight,
  telling: Telling | null,
): Promise<string | null> {
  if (stage === null || telling === null) return null
  const ask = askWithin(activityInfo().startToCloseTimeoutMs / 10)
  const usual = await ask(() => tools.archive.usualStages({ stream: night.stream, nights: nightsBack }))
  if (usual.kind !== 'value') return null
  const known = usual.value.find(({ name }) => name === stage)
  if (known === undefined || known.nights < enough) return null
  return new Date(Date.parse(telling.since) + known.p90Ms).toISOString()
}

/** Says until when the stage was over on most nights. */
export function lateWords(late: string): string {
  return `9 of 10 nights had this by ${late.slice(11, 16)}`
}
