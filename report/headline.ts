import { counted } from './counted.ts'
import { minuteOf } from './minute.ts'
import type { Report } from './report.ts'

/** What a headline is made from. */
export type Headlined = Pick<
  Report,
  'title' | 'verdict' | 'unknownCause' | 'unansweredSince' | 'tests' | 'shortfalls' | 'discarded' | 'compose'
>

/** The first sentence of the report. It answers "is it broken?". */
export function headlineOf(report: Headlined): string {
  const { title, shortfalls } = report
  const but = shortfalls.length === 0 ? '' : ` (${shortfalls.join(', ')})`
  const headlines: Readonly<Record<Report['verdict'], string>> = {
    passed: `${title} is not broken: ${passes(report)}${but}.`,
    degraded: `${title} is not broken as far as it was tested: ${passes(report)}${but}.`,
    failed: `${title} is BROKEN: ${failures(report)}.`,
    unknown: `Whether ${title} is broken is NOT KNOWN: ${unknownBecause(report)}.`,
    absent: `There is no ${title} compose to test tonight${composes(report)}.`,
    unfinished: `${title} was not tested, as no compose was complete in time${composes(report)}.`,
    neutral: `There is no ${title} release at present, so nothing was due tonight.`,
  }
  return headlines[report.verdict]
}

function passes({ tests: { counts } }: Headlined): string {
  const ok = counts.passed + counts.softfailed
  if (counts.total === 0) return 'no tests were seen'
  return ok === counts.total ? `all ${counted(ok, 'test')} passed` : `${ok} of ${counts.total} tests passed`
}

/** The shortfalls. Failed tests are counted out of all tests; if none failed, the passed tests are named. */
function failures(report: Headlined): string {
  const { tests, shortfalls } = report
  const { failed, total } = tests.counts
  if (failed === 0) return `${shortfalls.join(', ')}; ${passes(report)}`
  return [`${failed} of ${total} tests failed`, ...shortfalls.slice(1)].join(', ')
}

function unknownBecause(report: Headlined): string {
  const {
    unknownCause,
    unansweredSince,
    tests: { counts },
  } = report
  if (unknownCause === 'unobserved') return `${unlookedAt(report)} since ${minuteOf(unansweredSince)}`
  const causes = {
    unreachable: 'openQA could not be reached',
    'nothing-scheduled': 'nothing was scheduled in openQA',
    unfinished: `${counted(counts.unfinished, 'test')} had not ended in time`,
    'nothing-ran': 'no test ran to its end',
  }
  return `${causes[unknownCause ?? 'nothing-ran']}; ${passes(report)}`
}

function unlookedAt({ compose }: Headlined): string {
  return compose === null ? 'nobody could look for a compose' : `nobody could look at ${compose.id}`
}

/** The composes that could not be tested, each with its status. */
function composes({ discarded, compose }: Headlined): string {
  const all = [...discarded, ...(compose === null ? [] : [compose])]
  const names = all.map(({ id, status }) => `${id} ${status === '' ? 'has no status' : `is ${status}`}`)
  return names.length === 0 ? '' : `: ${names.join(', ')}`
}
