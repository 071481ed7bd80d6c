import { cancelJobs } from '../jobs/end.ts'
import { isFinal, type LabComment, type LabJob, type OpenQaState } from '../state.ts'

/** What happens to the jobs of older posts. */
export type Displacement =
  | { readonly kind: 'obsolete' }
  | { readonly kind: 'deprioritize'; readonly limit: number }

const reason = 'cancelled based on job settings'

/** Cancels the pending jobs that have all of these settings. @returns how many were stopped */
export function cancelBySettings(
  openqa: OpenQaState,
  settings: Readonly<Record<string, string>>,
  at: Date,
): number {
  return cancelJobs(openqa, pendingWith(openqa, settings), { result: 'user_cancelled', reason }, at)
}

/**
 * Obsoletes pending jobs with the settings of a new post, or lowers their priority and obsoletes them only
 * beyond a limit. Jobs with a comment and builds with a tag comment in a group are kept.
 */
export function displace(
  openqa: OpenQaState,
  settings: Readonly<Record<string, string>>,
  how: Displacement,
  at: Date,
): void {
  const tagged = new Set([...openqa.groupComments.values()].flat().flatMap(taggedBuild))
  const inTheWay = pendingWith(openqa, settings).filter(
    ({ comments, settings: { BUILD = '', VERSION = '' } }) => {
      return comments.length === 0 && !tagged.has(BUILD) && !tagged.has(`${VERSION}-${BUILD}`)
    },
  )
  const { behind = [], away = [] } = Object.groupBy(inTheWay, ({ priority }) =>
    how.kind === 'deprioritize' && priority + 10 < how.limit ? 'behind' : 'away',
  )
  for (const job of behind) job.priority += 10
  cancelJobs(openqa, away, { result: 'obsoleted', reason }, at)
}

/**
 * The build of a `tag:BUILD:kind` comment. openQA reads the text before the last dash as a version, so a tag
 * with a Fedora compose id protects nothing.
 */
function taggedBuild({ text }: LabComment): readonly string[] {
  const build = /\btag:(?:[-.@\w]+-)?([-.@\w]+):[-@\w]+/.exec(text)?.[1]
  return build === undefined ? [] : [build]
}

function pendingWith(openqa: OpenQaState, settings: Readonly<Record<string, string>>): readonly LabJob[] {
  const wanted = Object.entries(settings)
  return [...openqa.open].filter(
    (job) => !isFinal(job) && wanted.every(([key, value]) => job.settings[key] === value),
  )
}
