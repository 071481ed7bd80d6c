import { formatComposeId, seriesName } from '../naming/compose-id.ts'
import type { ComposeRef } from '../naming/compose-ref.ts'
import type { TaskOwner } from './compose-tasks.ts'

/** How to find the Koji tasks of a compose. */
export interface KojiName extends TaskOwner {
  /** `YYYYMMDD` */
  readonly date: string
}

/**
 * How Koji's tasks name a compose: version `Rawhide` and release `20261124.n.0`. In 2015 the release is the
 * date, `20150820`. Null for a compose that has no tasks of its own.
 */
export function kojiNameOf(ref: ComposeRef): KojiName | null {
  if (ref.kind === 'mash') return { version: ref.version, date: ref.date, release: ref.date }
  if (ref.kind !== 'pungi') return null
  const { version, date } = ref.id
  return { version, date, release: formatComposeId(ref.id).slice(seriesName(ref.id).length + 1) }
}
