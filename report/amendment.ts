import { imageName } from '../compose/images/image.ts'
import { usualDistri } from '../jobs/results/lineage.ts'
import { classWords } from './class-words.ts'
import { counted, listed } from './counted.ts'
import { sinceRerun } from './orders/since-rerun.ts'
import { acceptedOf } from './orders/unaccepted.ts'
import type { Amendment, Report, TestLine } from './report.ts'

const mostChanges = 10

/** What an edition says otherwise than the one before; null for a first one. */
export function amendmentOf(
  edition: number,
  previous: Report | null,
  now: Pick<Report, 'verdict' | 'tests' | 'images' | 'orders'>,
): Amendment | null {
  if (edition === 1) return null
  if (previous === null) return { edition: edition - 1, changes: [] }
  const verdict =
    previous.verdict === now.verdict
      ? []
      : [`the verdict was ${previous.verdict.toUpperCase()}, it is ${now.verdict.toUpperCase()}`]
  const rerun = sinceRerun(previous, now)
  const changes = [
    ...(rerun === null ? [] : [rerun]),
    ...verdict,
    ...changedTests(previous, now),
    ...acceptedImages(previous, now),
  ]
  return { edition: previous.edition, changes: changes.slice(0, mostChanges) }
}

function changedTests(previous: Report, now: Pick<Report, 'tests'>): readonly string[] {
  const before = standingsOf(previous)
  const after = standingsOf(now)
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const was = before.get(name) ?? 'passed'
    const is = after.get(name) ?? 'passed'
    return was === is ? [] : [{ name, words: `from ${was} to ${is}` }]
  })
  return [...Map.groupBy(changed, ({ words }) => words)].map(([words, tests]) => {
    const names = listed(tests.map(({ name }) => name))
    return `${counted(tests.length, 'test')} changed ${words}: ${names}`
  })
}

/** The missing images that a person accepted since the edition before. */
function acceptedImages(previous: Report, now: Pick<Report, 'images' | 'tests'>): readonly string[] {
  const before = new Set(acceptedOf(previous).images.map(imageName))
  const names = acceptedOf(now)
    .images.map(imageName)
    .filter((name) => !before.has(name))
  return names.length === 0 ? [] : [`${counted(names.length, 'missing image')} accepted: ${listed(names)}`]
}

function wordsFor({ class: kind, accepted, job }: TestLine): string {
  // What did not run does so still: its image is accepted, which is said of the image.
  if (accepted !== null && job !== null) return 'accepted failure'
  const { short } = classWords[kind]
  if (kind === 'never-passed') return 'failed'
  return kind === 'new' || kind === 'known' ? `${short} failure` : short
}

/** How the tests stand that a report lists, in words; those that it does not list have passed. */
function standingsOf({ tests: { list } }: Pick<Report, 'tests'>): ReadonlyMap<string, string> {
  return new Map(list.map((test) => [nameOf(test), wordsFor(test)]))
}

/** Short, but no two tests have the same. */
function nameOf({ distri, test, flavor, arch, machine }: TestLine): string {
  const where = [flavor, arch, machine, ...(distri === usualDistri ? [] : [distri])].join(' ')
  return `${test} (${where})`
}
