import { readComposeId, type ComposeId } from './compose-id.ts'

/** The newest of some composes that is a later respin of a compose; null if there is none. */
export function laterRespin(compose: string, others: readonly string[]): string | null {
  const own = readComposeId(compose)
  if (own === null) return null
  const later = others
    .map((name) => ({ name, id: readComposeId(name) }))
    .filter(({ id }) => id !== null && isRespinOf(own, id))
    .toSorted((one, other) => (one.id?.respin ?? 0) - (other.id?.respin ?? 0))
  return later.at(-1)?.name ?? null
}

function isRespinOf(own: ComposeId, { respin, ...other }: ComposeId): boolean {
  const { short, version, date, type } = own
  const isAlike =
    other.short === short && other.version === version && other.date === date && other.type === type
  return isAlike && respin > own.respin
}
