import type { Problem } from '../../report/order.ts'
import type { NightProgress } from '../stage.ts'
import { linked } from './markdown.ts'

/** How many failing tests, and how many missing images, are named. */
const most = 10

/**
 * What failed and what is missing, with links: as the last report has it, before it as openQA had it at the
 * last look. No lines if there is nothing.
 */
export function failures(
  { failing, compose, verdict }: Pick<NightProgress, 'failing' | 'compose' | 'verdict'>,
  problems: readonly Problem[],
): readonly string[] {
  const images = problems.filter((problem) => problem.kind === 'image')
  const tests = problems.filter((problem) => problem.kind === 'test')
  const openqa = failing?.openqa ?? null
  const jobUrl = (id: number | undefined) =>
    openqa === null || id === undefined ? null : `${openqa}/tests/${id}`
  const reported = tests.map(({ scenario, url }) => {
    const job = failing?.first.find((each) => each.scenario === scenario)
    return linked(scenario, url ?? jobUrl(job?.id))
  })
  const seen = (failing?.first ?? []).map(({ id, scenario }) => linked(scenario, jobUrl(id)))
  const all = openqa === null || compose === null ? null : buildUrl(openqa, compose)
  return [
    ...(tests.length === 0
      ? list(verdict === null ? 'Did not pass so far' : 'Did not pass', seen, {
          count: failing?.count ?? 0,
          all,
        })
      : list('Failed', reported, { count: tests.length, all })),
    ...list(
      'Missing images',
      images.map(({ name, url }) => linked(name, url ?? null)),
      { count: images.length, all: null },
    ),
  ]
}

function list(
  title: string,
  lines: readonly string[],
  { count, all }: { readonly count: number; readonly all: string | null },
): readonly string[] {
  if (count === 0) return []
  const shown = lines.slice(0, most)
  const more = count - shown.length
  const rest = more > 0 ? [`- ${linked(`and ${more} more`, all)}`] : []
  return [`**${title} (${count}):**`, '', ...shown.map((line) => `- ${line}`), ...rest, '']
}

function buildUrl(openqa: string, compose: string): string {
  return `${openqa}/tests/overview?build=${encodeURIComponent(compose)}`
}
