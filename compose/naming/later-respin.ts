import { compareComposeIds, readComposeId, type ComposeId } from './compose-id.ts'
import type { NightDate } from './night.ts'

/** The newest of some composes that is a later respin of a compose; null if there is none. */
function laterRespin(compose: string, others: readonly string[]): string | null {
  return newest(compose, others, (own, other) => isAlike(own, other) && other.date === own.date)
}

/**
 * The newest of some composes of a night that is newer than another one of it; null if there is none. Those
 * of a due window may be of two dates.
 */
export function laterOfNight({ hour }: NightDate, compose: string, others: readonly string[]): string | null {
  return hour === undefined ? laterRespin(compose, others) : newest(compose, others, isAlike)
}

function newest(
  compose: string,
  others: readonly string[],
  isOfIt: (own: ComposeId, other: ComposeId) => boolean,
): string | null {
  const own = readComposeId(compose)
  if (own === null) return null
  const later = others
    .flatMap((name) => {
      const id = readComposeId(name)
      return id !== null && isOfIt(own, id) && compareComposeIds(id, own) > 0 ? [{ name, id }] : []
    })
    .toSorted((one, other) => compareComposeIds(one.id, other.id))
  return later.at(-1)?.name ?? null
}

function isAlike({ short, version, type }: ComposeId, other: ComposeId): boolean {
  return other.short === short && other.version === version && other.type === type
}
