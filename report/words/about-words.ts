import { readCandidateRunId } from '../../compose/naming/candidate.ts'
import { formatLabel } from '../../compose/naming/label.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import { unjudged } from '../../jobs/verdict/verdicts.ts'
import { linesOf } from '../tests.ts'
import type { Report } from '../report.ts'
import { shortBeside } from '../short-compose.ts'

/** What a night is compared with. */
export function comparedWith(
  { baseline, unknown }: NonNullable<Report['comparison']>,
  compose: string,
): string {
  if (unknown !== null) return 'Compared with nothing: the nights before are not known'
  if (baseline === null) return 'Compared with nothing: it is the first night with results'
  const short = shortBeside(baseline.compose, compose)
  const candidate = readCandidateRunId(baseline.run)
  return `Compared with ${candidate === null ? short : `${formatLabel(candidate.label)} (${short})`}`
}

/** That nothing was posted, and whose the jobs are, in the words of the stage that did not post. */
export function observesWords({ stages }: Pick<Report, 'stages'>): string {
  const said = stages.find(({ name }) => name === 'schedule')?.lastAnswer ?? ''
  const [, why] = /^observing: (?!no openQA key)(.+)$/.exec(said) ?? []
  return `Nightjar only watches here: ${why ?? 'somebody else schedules these tests'}.`
}

/** What the compose is a respin of, and what replaces it. */
export function respinWords({
  respinOf,
  replacedBy,
}: Pick<Report, 'respinOf' | 'replacedBy'>): readonly string[] {
  const before =
    respinOf &&
    (respinOf.compose === null
      ? `${respinOf.run} had no compose; this one came later.`
      : `It is a respin of ${respinOf.compose}. ${respinOf.run} reports on that one.`)
  const what = replacedBy && readCandidateRunId(replacedBy.run) !== null ? 'candidate' : 'respin'
  const after =
    replacedBy && `A newer ${what} has come: ${replacedBy.compose}. ${replacedBy.run} reports on it.`
  return [before, after].filter((words) => words !== null)
}

/**
 * The command that prints a report as JSON; a report that no night wrote is made again. Null for a compose
 * with a strange name: people copy it into a shell.
 */
export function jsonCommand(run: string): string | null {
  const [, compose] = /^report\/([^/]+)/.exec(run) ?? []
  if (compose === undefined) return `nightjar show ${run} --report --json`
  return /^[\w.-]+$/.test(compose) ? `nightjar report ${compose} --format json` : null
}

/** What a reader may want done again, and the command for it. */
interface AgainCommand {
  readonly what: string
  readonly command: string
}

/**
 * The command that runs a night or its failed tests again; null where nothing is to be done again. A night
 * without a key of openQA, and a report that no night wrote, leave restarts to people.
 */
export function againCommand({ run, mode, verdict, tests, links }: Report): AgainCommand | null {
  const hasFailures = linesOf(tests, ...failedClasses).length > 0
  const order = readCandidateRunId(run) === null ? /^nightly\/([\w./-]+)$/.exec(run)?.[1] : run
  if (order !== undefined && mode === 'post') {
    if (hasFailures) return { what: 'Run what failed again', command: `nightjar rerun ${order}` }
    return unjudged.includes(verdict)
      ? { what: 'Run the night again', command: `nightjar rerun ${order}` }
      : null
  }
  const { origin } = URL.parse(links.openqa ?? '') ?? {}
  if (!hasFailures || origin === undefined) return null
  return { what: 'Run a test again', command: `openqa-cli api --host ${origin} -X POST jobs/ID/restart` }
}

/** Whether `nightjar report` made it, and no night. */
export function isOnDemand({ run }: Pick<Report, 'run'>): boolean {
  return run.startsWith('report/')
}

/** Who wrote a report: `Nightjar 0.1.0`. */
export function writer({ program }: Pick<Report, 'program'>): string {
  return program === null ? 'Nightjar' : `Nightjar ${program}`
}
