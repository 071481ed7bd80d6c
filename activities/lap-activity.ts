import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity'
import { ApplicationFailureCategory } from '@temporalio/common'
import { ArchiveAway } from '../archive/connection/archive-away.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { Night } from '../compose/naming/night.ts'
import { isNoAnswer } from '../sources/no-answer.ts'
import { noteInArchive } from './archive-failures.ts'
import type { Look, Pace, Sight } from './look.ts'
import { nightRun } from './night-run.ts'
import type { Tools } from './tools.ts'

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
  await writeDown(lap, sight.said)
  if (sight.kind === 'seen') return sight
  const { said, memory, unanswered = false } = sight
  const answeredAt = unanswered ? (inLap?.answeredAt ?? null) : new Date().toISOString()
  if (isLastLook(pace, answeredAt !== null)) return { kind: 'not-yet', said, memory, answeredAt }
  heartbeat({ memory, answeredAt } satisfies Left<Memory>)
  throw later(said, pace.lookMs, answeredAt)
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

/** Temporal keeps the details where a lap ends without a worker: so the workflow knows of the last answer. */
function later(said: string, inMs: number, answeredAt: string | null): ApplicationFailure {
  return ApplicationFailure.create({
    message: `${said}; next look in ${inWords(inMs)}`,
    type: notYet,
    details: [answeredAt],
    category: ApplicationFailureCategory.BENIGN,
    nextRetryDelay: inMs,
  })
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

function inWords(ms: number): string {
  return ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`
}
