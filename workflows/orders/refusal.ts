import type { NightOutcome } from '../../report/outcome.ts'
import type { OrderName, Problem } from '../../report/order.ts'
import type { StageName } from '../stage.ts'
import { clock } from './clock.ts'
import { conditionNames, type ConditionName, type Order } from './order.ts'
import { nameOf, problemsNamed } from './problems.ts'

const covered = 'another run tests and reports on its compose; give that one the order'

/** How a night stands, as far as it decides which orders it takes. */
export interface Stands {
  /** The stage that runs; `over` if the run has ended. */
  readonly stage: StageName | 'over'
  /** ISO: until when the stage runs, or when the run ended; null if that is not known. */
  readonly until: string | null
  /** Null before the first report. */
  readonly outcome: NightOutcome | 'covered' | null
  readonly verdict: string | null
  readonly compose: string | null
  readonly mode: 'post' | 'observe'
  /** What the last report holds against the compose. */
  readonly problems: readonly Problem[]
  /** Jobs that failed, broke off or never ended, by the last report. */
  readonly notOk: number
  /** An order that is about to be carried out, in words; null if there is none. */
  readonly busyWith: string | null
}

const hourMs = 3_600_000

/** Hours that an extended stage may last from now on. An open night costs next to nothing. */
const longestHours = { stage: 48, watch: 7 * 24 }

/** Why a night does not take an order, and what would help; null if it takes it. */
export function refusalOf(order: Order, stands: Stands, now: number): string | null {
  if (stands.busyWith !== null && order.name !== 'cancel') return `it is about to ${stands.busyWith}`
  switch (order.name) {
    case 'rerun':
      return rerunRefusal(order.what, stands, now)
    case 'accept':
      return acceptRefusal(order.what, order.until, stands)
    case 'extend':
      return stageRefusal('extend', stands) ?? wrongDeadline(deadlineAfter(order, stands), stands, now)
    case 'finish':
    case 'cancel':
    case 'look':
      return stageRefusal(order.name, stands)
    default:
      return order satisfies never
  }
}

/** ISO: when the running stage ends after an order to extend it. */
export function deadlineAfter(
  { hours, until }: Extract<Order, { name: 'extend' }>,
  { until: before }: Pick<Stands, 'until'>,
): string {
  return until ?? new Date(Date.parse(before ?? '') + (hours ?? 0) * hourMs).toISOString()
}

function wrongDeadline(deadline: string, { stage, until }: Stands, now: number): string | null {
  const left = Date.parse(deadline) - now
  const most = stage === 'watch' ? longestHours.watch : longestHours.stage
  if (left <= 0) return `${clock(deadline, now)} UTC has passed`
  if (until !== null && deadline <= until)
    return `${stage} already lasts until ${clock(until, now)} UTC; to end it sooner: ${stage === 'watch' ? 'cancel' : 'finish'}`
  if (left <= most * hourMs) return null
  const has = until === null ? '' : `; it now ends at ${clock(until, now)} UTC`
  return `${stage} may last ${most} hours more at most${has}`
}

function rerunRefusal(
  what: Extract<Order, { name: 'rerun' }>['what'],
  stands: Stands,
  now: number,
): string | null {
  const { stage, until, outcome, mode, compose, notOk } = stands
  if (stage === 'report') return 'it is writing its report; give the order again when it is out'
  if (stage !== 'watch' && stage !== 'over')
    return `it is in ${stage}${until === null ? '' : ` until ${clock(until, now)} UTC`}; use extend or finish`
  if (outcome === 'covered') return covered
  if (what.kind === 'stage')
    return what.from === 'find' || compose !== null ? null : 'it has no compose; use --from find'
  if (outcome !== 'tested' && outcome !== 'unfinished-tests')
    return what.kind === 'failed' ? null : 'it has no tests; without options it looks for a compose again'
  if (mode === 'observe') {
    const watches =
      stage === 'watch' && until !== null ? `; the night watches until ${clock(until, now)} UTC` : ''
    return `there is no openQA key here: restart the jobs in openQA${watches}`
  }
  return what.kind === 'failed' && notOk === 0 ? 'nothing failed; --all runs every job again' : null
}

function acceptRefusal(names: readonly string[], until: string | null, stands: Stands): string | null {
  const conditions = names.filter(isCondition)
  const { stage, outcome } = stands
  if (outcome === 'covered') return covered
  if (conditions.length > 0 && stage !== 'complete' && stage !== 'find')
    return `${conditions.join(' and ')}: a condition only while the compose is not complete, and it is ${inStage(stage)}`
  if (conditions.length > 0 && until !== null) return 'a condition is accepted for this night only'
  if (conditions.length === names.length) return null
  if (outcome === null)
    return 'nothing is reported as missing or failing yet; until then only koji and mirror'
  const strange = names.filter(
    (name) => !isCondition(name) && problemsNamed(name, stands.problems).length === 0,
  )
  if (strange.length === 0) return null
  const known = stands.problems.map(nameOf)
  const shown = [...new Set(known)].slice(0, 10)
  const more = new Set(known).size - shown.length
  const those =
    known.length === 0 ? 'nothing is' : `those are: ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
  return `${strange.join(', ')}: neither missing nor failing, or accepted already; ${those}`
}

export function isCondition(name: string): name is ConditionName {
  return conditionNames.some((condition) => condition === name)
}

/** Stages in which an order of the running stage makes no sense, and why. */
function stageRefusal(
  name: Extract<OrderName, 'extend' | 'finish' | 'cancel' | 'look'>,
  stands: Stands,
): string | null {
  const { stage } = stands
  if (stage === 'over') return ended(stands)
  if (stage === 'report' && name !== 'cancel') return 'it is writing its report'
  if (stage === 'watch' && name === 'finish')
    return 'it has reported, and stays open for orders; cancel closes it'
  return null
}

function ended({ verdict, until, outcome, notOk }: Stands): string {
  const when = until === null ? '' : ` at ${until.slice(0, 16).replace('T', ' ')} UTC`
  if (outcome === 'covered') return `it ended${when}; ${covered}`
  if (outcome === null) return `it ended without a report${when}; to start it again: start`
  const hasFailures = notOk > 0 || (outcome !== 'tested' && outcome !== 'unfinished-tests')
  return `it ended ${(verdict ?? 'unreported').toUpperCase()}${when}; to run it again: rerun${hasFailures ? '' : ' --all'}`
}

function inStage(stage: Stands['stage']): string {
  return stage === 'over' ? 'over' : `in ${stage}`
}
