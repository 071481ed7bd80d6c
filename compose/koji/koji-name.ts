import { formatComposeId, seriesName } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import type { TaskOwner } from './compose-tasks.ts'

/** What Koji's tasks of a compose are found by. */
export interface KojiName extends TaskOwner {
  /** `YYYYMMDD` */
  readonly date: string
}

/**
 * How Koji's tasks name a compose: `Rawhide` and `20261124.n.0`, in 2015 `20150820`; null for what no task
 * was made for as such.
 */
export function kojiNameOf(ref: ComposeRef): KojiName | null {
  if (ref.kind === 'mash') return { version: ref.version, date: ref.date, release: ref.date }
  if (ref.kind !== 'pungi') return null
  const { version, date } = ref.id
  return { version, date, release: formatComposeId(ref.id).slice(seriesName(ref.id).length + 1) }
}
