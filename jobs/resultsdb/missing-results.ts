import type { KnownResult } from './known-result.ts'
import type { NewResult } from './new-result.ts'
import type { ReportedJob } from './reported-job.ts'
import { resultOfJob, type Reporting } from './result-of-job.ts'

/** A job without a result. */
export interface MissingResult {
  readonly job: ReportedJob
  readonly result: NewResult
}

/** What ResultsDB has of the jobs of a compose, and what it lacks. */
export interface ResultsOfJobs {
  /** Jobs that should have a result: ended, and neither replaced nor left out on purpose. */
  readonly due: number
  readonly missing: readonly MissingResult[]
  /** Jobs without a result that ended so late that fedora_openqa may still report them. */
  readonly early: readonly MissingResult[]
  /** Jobs that no result can be made of. */
  readonly unclear: readonly { readonly job: ReportedJob; readonly url: string; readonly why: string }[]
  /** Jobs that have not ended. */
  readonly pending: number
}

/** fedora_openqa tries for 20 minutes to report a job. */
const reportedWithinMs = 30 * 60_000

/** Compares the jobs of a compose with the results that ResultsDB has of openQA on it. */
export function compareWithResults(
  jobs: readonly ReportedJob[],
  known: readonly KnownResult[],
  reporting: Reporting & { readonly at: string },
): ResultsOfJobs {
  const made = jobs.map((job) => ({ job, ...resultOfJob(job, reporting) }))
  const due = made.flatMap((each) => (each.kind === 'result' ? [{ job: each.job, result: each.result }] : []))
  const reported = new Set(known.map(({ url }) => jobPage(url)))
  const missing = due.filter(({ result }) => !reported.has(jobPage(result.url)))
  const lately = Date.parse(reporting.at) - reportedWithinMs
  const isEarly = ({ job }: MissingResult) => Date.parse(job.finishedAt ?? '') > lately
  return {
    due: due.length,
    missing: missing.filter((each) => !isEarly(each)),
    early: missing.filter(isEarly),
    unclear: made.flatMap((each) =>
      each.kind === 'unclear'
        ? [{ job: each.job, url: `${reporting.openqaUrl}/tests/${each.job.id}`, why: each.why }]
        : [],
    ),
    pending: made.filter(({ kind }) => kind === 'pending').length,
  }
}

/** Whether a result is that of this job: it links its page. */
export function isResultOf({ url }: Pick<KnownResult, 'url'>, job: Pick<NewResult, 'url'>): boolean {
  return jobPage(url) !== '' && jobPage(url) === jobPage(job.url)
}

/**
 * The host to which the results link instead of that of openQA, if not one links to that: then nothing is
 * known of its jobs. Null if some do, or if there are none.
 */
export function otherHost(known: readonly KnownResult[], openqaUrl: string): string | null {
  const hosts = known.map(({ url }) => hostOf(url)).filter((host) => host !== '')
  return hosts.includes(hostOf(openqaUrl)) ? null : (hosts[0] ?? null)
}

/** The host and the number of a job's page, however it is linked; empty for any other page. */
function jobPage(url: string): string {
  const id = /\/(?:tests\/|t)(\d+)\/?$/.exec(URL.parse(url)?.pathname ?? '')?.[1]
  return id === undefined ? '' : `${hostOf(url)} ${id}`
}

function hostOf(url: string): string {
  return URL.parse(url)?.host ?? ''
}
