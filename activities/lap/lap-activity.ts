import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity'
import { ApplicationFailureCategory } from '@temporalio/common'
import { ArchiveAway } from '../../archive/connection/archive-away.ts'
import { ClientFailure } from '../../clients/failure.ts'
import type { Night } from '../../compose/naming/night.ts'
import { isNoAnswer } from '../../sources/no-answer.ts'
import { noteInArchive } from '../archive-failures.ts'
import type { Look, NotYet, Pace, Sight } from '../looks/look.ts'
import { nightRun } from '../night-run.ts'
import type { Tools } from '../tools.ts'
import { lateAt, lateWords } from './late.ts'
import type { HeardInLap, Telling } from './news.ts'
import { tell, toldOf } from './tell.ts'

/** One lap of a stage's looks. */
export interface Lap {
  readonly tools: Pick<Tools, 'archive' | 'dueOf'>
  readonly night: Night
  /** Null for looks that are not a stage of a night: the archive does not note what they hear. */
  readonly stage: string | null
  readonly pace: Pace
}

/** The failure type of a look that found nothing yet. Temporal retries it. */
const notYet = 'NotYet'

/** What a look of a lap leaves to the next, in the heartbeat. */
interface Left<Memory> {
  readonly memory: Memory | null
  /** ISO: the last look of the lap that had an answer; null if none had. */
  readonly answeredAt: string | null
  /** Null where nobody is told. */
  readonly telling: Telling | null
  /** ISO: when the stage is late; null if nobody knows. */
  readonly lateAt: string | null
}

/**
 * One look of a lap. If there is nothing yet, it throws a benign failure with the time of the next look:
 * Temporal retries it, and any number of looks costs no history. The last look of a lap returns "not yet"
 * instead, so the UI does not show a failed activity. A failed request and a garbled answer also count as
 * "not yet", with the error as the text.
 */
export async function lapActivity<Answer, Memory>(
  lap: Lap,
  before: Memory | null,
  once: (memory: Memory | null) => Promise<Sight<Answer, Memory>>,
): Promise<Look<Answer, Memory>> {
  const { pace } = lap
  const inLap: Left<Memory> | null = activityInfo().heartbeatDetails ?? null
  const early = pace.notBefore === null ? 0 : Date.parse(pace.notBefore) - Date.now()
  if (early > 0) throw later('the next look is due', early, null)
  const sight = await answered(once, inLap?.memory ?? before)
  if (sight.kind === 'seen') {
    await writeDown(lap, sight.said)
    return sight
  }
  const telling = inLap?.telling ?? pace.telling ?? null
  const late = inLap === null ? await lateAt(lap, telling) : inLap.lateAt
  const heard = heardOf(sight, telling, late)
  const { said, memory, unanswered = false } = sight
  await writeDown(lap, inWords(said, heard))
  const answeredAt = unanswered ? (inLap?.answeredAt ?? null) : new Date().toISOString()
  if (isLastLook(pace, answeredAt !== null)) return { kind: 'not-yet', said, memory, answeredAt, heard }
  const next = telling && (await tell(lap.stage, telling, said, heard))
  heartbeat({ memory, answeredAt, telling: next, lateAt: late } satisfies Left<Memory>)
  throw later(said, pace.lookMs, { answeredAt, heard })
}

/** What a look leaves beside what it said. */
function heardOf(sight: NotYet, telling: Telling | null, late: string | null): HeardInLap {
  const now = new Date().toISOString()
  const { unanswered = false, jobs } = sight
  const unansweredSince = unanswered ? (telling?.unansweredSince ?? now) : null
  const isLate = late !== null && now > late
  return {
    told: toldOf(sight, { telling, isLate }),
    unansweredSince,
    late: isLate ? lateWords(late) : null,
    ...(jobs && { jobs }),
  }
}

/** Whether the lap ends with this look. */
export function isLastLook({ lookMs, nudged, until }: Pace, isAnswered: boolean): boolean {
  if (nudged) return true
  const { scheduledTimestampMs, scheduleToCloseTimeoutMs, attempt } = activityInfo()
  const isEnough = isAnswered || attempt >= 3
  if (until !== null && isEnough && Date.now() + lookMs >= Date.parse(until)) return true
  const lapEnds = scheduledTimestampMs + scheduleToCloseTimeoutMs
  return Date.now() + 2 * lookMs >= lapEnds
}

/** What a failed look tells the workflow, where a lap ends without a worker. */
export interface LastWords {
  /** ISO: the last look of the lap that had an answer; null if none had. */
  readonly answeredAt: string | null
  readonly said: string
  readonly heard: HeardInLap
}

/** Temporal keeps the details where a lap ends without a worker: so the workflow knows of the last answer. */
function later(
  said: string,
  inMs: number,
  last: Pick<LastWords, 'answeredAt' | 'heard'> | null,
): ApplicationFailure {
  const words = last === null ? said : inWords(said, last.heard)
  const failure = ApplicationFailure.create({
    message: `${words}; next look in ${clockWords(inMs)}`,
    type: notYet,
    details: last === null ? [null] : [last.answeredAt, { ...last, said } satisfies LastWords],
    category: ApplicationFailureCategory.BENIGN,
    nextRetryDelay: inMs,
  })
  // Waiting is no failure: Temporal's UI would show the stack.
  failure.stack = ''
  return failure
}

async function answered<Answer, Memory>(
  once: (memory: Memory | null) => Promise<Sight<Answer, Memory>>,
  memory: Memory | null,
): Promise<Sight<Answer, Memory>> {
  try {
    return await once(memory)
  } catch (error) {
    if (error instanceof ArchiveAway)
      return { kind: 'not-yet', said: error.message, memory, unanswered: true }
    if (!isNoAnswer(error)) throw error
    const kind = error instanceof ClientFailure ? error.kind : 'garbled'
    const said = kind === 'unreachable' ? error.message : `${error.message} (${kind})`
    return { kind: 'not-yet', said, memory, unanswered: true }
  }
}

/**
 * What was heard, for pages and commands: at most once a minute a night, and only while the archive is there.
 */
async function writeDown({ tools, night, stage }: Lap, said: string): Promise<void> {
  if (stage === null) return
  const at = new Date().toISOString()
  await noteInArchive(() => tools.archive.heard(nightRun(tools, night), { stage, said, at }))
}

/** What a look said, since when there was no answer, and whether the stage is late. */
function inWords(said: string, { unansweredSince, late }: HeardInLap): string {
  const since = unansweredSince === null ? '' : `, since ${unansweredSince.slice(11, 16)} UTC`
  return `${said}${since}${late === null ? '' : ` — late: ${late}`}`
}

function clockWords(ms: number): string {
  return ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`
}
