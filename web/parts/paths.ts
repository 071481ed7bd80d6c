import { nameOfNight } from '../../compose/naming/night.ts'
import { usualDistri, type Scenario } from '../../jobs/results/lineage.ts'

/** The page of a night: `/rawhide/2026-11-24`; of an edition that is not the last one: `…/edition-1`. */
export function nightPath(run: string, edition?: number): string {
  return pathOf([
    ...nameOfNight(run).split('/'),
    ...(edition === undefined ? [] : [`${editionWord}${edition}`]),
  ])
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

/** The page of a compose: `/compose/Fedora-Rawhide-20261124.n.0`. */
export function composePath(id: string): string {
  return pathOf(['compose', id])
}

/** A path of parts that are any text. */
function pathOf(parts: readonly string[]): string {
  return `/${parts.map((part) => encodeURIComponent(kept(part.toWellFormed()))).join('/')}`
}

/** The parts of a path as they were before they were put together; null where it is no path of ours. */
export function partsOf(path: string): readonly string[] | null {
  if (path === '/') return []
  try {
    return path
      .slice(1)
      .split('/')
      .map((part) => decodeURIComponent(part).replace(/^~/, ''))
  } catch {
    return null
  }
}

/** Browsers take `.` and `..` out of a path, and one may not be empty. */
function kept(part: string): string {
  return ['', '.', '..'].includes(part) || part.startsWith('~') ? `~${part}` : part
}
