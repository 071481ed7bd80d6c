import type { ImageKey } from '../../compose/images/image.ts'
import { nameOfNight } from '../../compose/naming/night.ts'
import { storable } from '../../archive/schema/storable.ts'
import { usualDistri, type Scenario } from '../../jobs/results/lineage.ts'

/** The page of a night: `/rawhide/2026-11-24`; of an edition that is not the last one: `…/edition-1`. */
export function nightPath(run: string, edition?: number): string {
  return pathOf([
    ...nameOfNight(run).split('/'),
    ...(edition === undefined ? [] : [`${editionWord}${edition}`]),
  ])
}

/** The run of a night whose page has these parts in its path. */
export function runOfPath(parts: readonly string[]): string {
  const name = parts.join('/')
  return parts[0] === 'candidate' ? name : `nightly/${name}`
}

/** The last part of a run's id: a date, a date with its hour, or a compose id. */
export function nameOfRun(run: string): string {
  return run.split('/').at(-1) ?? run
}

/** Before the number of an edition in a path. */
export const editionWord = 'edition-'

/** The page of a test: `/test/rawhide/base_selinux/Server-dvd-iso/x86_64/64bit`. */
export function testPath(stream: string, { distri, test, flavor, arch, machine }: Scenario): string {
  const own = distri === usualDistri ? [] : [distri]
  return pathOf(['test', stream, test, flavor, arch, machine, ...own])
}

/** The page of an image: `/image/rawhide/KDE/live/x86_64`. */
export function imagePath(stream: string, { subvariant, type, arch }: ImageKey): string {
  return pathOf(['image', stream, subvariant, type, arch])
}

/** The page of two nights or composes: `/compare/rawhide/2026-11-23...rawhide/2026-11-24`. */
export function comparePath(from: string, to: string): string {
  return pathOf(['compare', ...`${nameOfNight(from)}${betweenTwo}${nameOfNight(to)}`.split('/')])
}

/** Between the two names of a comparison. */
export const betweenTwo = '...'

/** The page of a compose: `/compose/Fedora-Rawhide-20261124.n.0`. */
export function composePath(id: string): string {
  return pathOf(['compose', id])
}

/** The page of a stream, or with a place before it, of its composes or trends: `/trends/rawhide`. */
export function streamPath(stream: string, place?: 'composes' | 'trends'): string {
  return pathOf(place === undefined ? [stream] : [place, stream])
}

/** Pages cut longer texts, and an address that was cut leads nowhere. */
const longestPath = 500

/**
 * A path of parts that are any text. One with names that are too long for an address leads to the page that
 * it is on.
 */
export function pathOf(parts: readonly string[]): string {
  const path = `/${parts.map((part) => encodeURIComponent(kept(storable(part)))).join('/')}`
  return path.length > longestPath ? '#main' : path
}

/** The parts of a path as they were before they were put together; null where it is no path of ours. */
export function partsOf(path: string): readonly string[] | null {
  if (path === '/') return []
  try {
    const parts = path.slice(1).split('/').map(decodeURIComponent)
    return parts.some((part) => part.includes('\u0000'))
      ? null
      : parts.map((part) => part.replace(/^~/, '').replace(/~$/, ''))
  } catch {
    return null
  }
}

/** Browsers take `.` and `..` out of a path, one may not be empty, and `.json` asks for another form. */
function kept(part: string): string {
  const begun = ['', '.', '..'].includes(part) || part.startsWith('~') ? `~${part}` : part
  return part !== '' && /(?:~|\.(?:json|atom|svg))$/.test(part) ? `${begun}~` : begun
}
