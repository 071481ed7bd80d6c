import type { PackageChange, PackageChanges } from '../../compose/packages/package-changes.ts'
import type { Changes, SystemLine } from '../../jobs/compare/changes.ts'
import { counted, listed } from '../counted.ts'
import type { Report } from '../report.ts'
import { shortCompose } from '../short-compose.ts'
import { imageChangeParts } from './image-lines.ts'
import { wrap } from './wrap.ts'

const mostNames = 4

/** What changed of images, packages and the installed system, a paragraph each. */
export function changeLines({ images, changes }: Pick<Report, 'images' | 'changes'>): readonly string[] {
  const parts = imageChangeParts(images)
  const lines = [
    ...(parts.length === 0 ? [] : wrap(`Images: ${parts.join(', ')}`, '', '  ')),
    ...(changes === null ? [] : ofWindow(changes)),
  ]
  return lines.length === 0 ? [] : ['', ...lines]
}

function ofWindow({ from, packages, systems, unknown }: Changes): readonly string[] {
  return [
    ...(packages === null
      ? []
      : wrap(`Packages since ${shortCompose(from)}: ${packageWords(packages)}`, '', '  ')),
    ...systems.flatMap(systemLine),
    ...unknown.flatMap((why) => wrap(`Not known: ${why}`, '', '  ')),
  ]
}

function packageWords({ counts, changes }: PackageChanges): string {
  const moves = [
    [counts.added, 'added', changes.filter(({ before }) => before === null)],
    [counts.removed, 'removed', changes.filter(({ after }) => after === null)],
    [counts.upgraded + counts.downgraded, 'changed', changes.filter(isOther)],
  ] as const
  const words = moves.flatMap(([count, move, some]) =>
    count === 0 ? [] : [`${count} ${move} (${some.length === 0 ? '…' : names(some, count)})`],
  )
  return words.length === 0 ? 'none changed' : words.join(', ')
}

function isOther({ before, after }: PackageChange): boolean {
  return before !== null && after !== null
}

function names(changes: readonly PackageChange[], count: number): string {
  const all = changes.map(({ name }) => name)
  const rest = count - mostNames
  return rest > 0 ? `${all.slice(0, mostNames).join(', ')} and ${rest} more` : all.join(', ')
}

function systemLine({ test, flavor, arch, packages, services, numbers }: SystemLine): readonly string[] {
  const parts = [
    ...(packages === null ? [] : [`packages: ${packageWords(packages)}`]),
    ...(services === null || services.nowFailed.length === 0
      ? []
      : [`${counted(services.nowFailed.length, 'service')} failed (${listed(services.nowFailed)})`]),
    ...numbers.map(({ what, before, after }) => `${what} ${before} -> ${after} MiB`),
  ]
  return parts.length === 0
    ? []
    : wrap(`Installed by ${test} (${flavor} ${arch}): ${parts.join('; ')}`, '', '  ')
}
