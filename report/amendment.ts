import type { TestClass } from '../jobs/compare/test-class.ts'
import { usualDistri } from '../jobs/results/lineage.ts'
import { classWords } from './class-words.ts'
import { counted, listed } from './counted.ts'
import type { Amendment, Report, TestLine } from './report.ts'

const mostChanges = 10

/** What an edition says otherwise than the one before; null for a first one. */
export function amendmentOf(
  edition: number,
  previous: Report | null,
  now: Pick<Report, 'verdict' | 'tests'>,
): Amendment | null {
  if (edition === 1) return null
  if (previous === null) return { edition: edition - 1, changes: [] }
  const verdict =
    previous.verdict === now.verdict
      ? []
      : [`the verdict was ${previous.verdict.toUpperCase()}, it is ${now.verdict.toUpperCase()}`]
  const changes = [...verdict, ...changedTests(previous, now)]
  return { edition: previous.edition, changes: changes.slice(0, mostChanges) }
}

function changedTests(previous: Report, now: Pick<Report, 'tests'>): readonly string[] {
  const before = classesOf(previous)
  const after = classesOf(now)
  const changed = [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const was = before.get(name) ?? 'passed'
    const is = after.get(name) ?? 'passed'
    return was === is ? [] : [{ name, words: `from ${wordsFor(was)} to ${wordsFor(is)}` }]
  })
  return [...Map.groupBy(changed, ({ words }) => words)].map(([words, tests]) => {
    const names = listed(tests.map(({ name }) => name))
    return `${counted(tests.length, 'test')} changed ${words}: ${names}`
  })
}

function wordsFor(kind: TestClass): string {
  const { short } = classWords[kind]
  if (kind === 'never-passed') return 'failed'
  return kind === 'new' || kind === 'known' ? `${short} failure` : short
}

/** The classes of the tests that a report lists; those that it does not list have passed. */
function classesOf({ tests: { list } }: Pick<Report, 'tests'>): ReadonlyMap<string, TestClass> {
  return new Map(list.map((test) => [nameOf(test), test.class]))
}

/** Short, but no two tests have the same. */
function nameOf({ distri, test, flavor, arch, machine }: TestLine): string {
  const where = [flavor, arch, machine, ...(distri === usualDistri ? [] : [distri])].join(' ')
  return `${test} (${where})`
}
