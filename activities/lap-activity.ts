import { activityInfo, ApplicationFailure, heartbeat } from '@temporalio/activity'
import { ApplicationFailureCategory } from '@temporalio/common'
import { ArchiveAway } from '../archive/connection/archive-away.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { Night } from '../compose/naming/night.ts'
import { isNoAnswer } from '../sources/no-answer.ts'
import { noteInArchive } from './archive-failures.ts'
import type { Look, Pace } from './look.ts'
import { nightRun } from './night-run.ts'
import type { Tools } from './tools.ts'

/** One lap of a stage's looks. */
export interface Lap {
  readonly tools: Pick<Tools, 'archive' | 'dueOf'>
  readonly night: Night
  readonly stage: string
  readonly pace: Pace
}

/** The failure type of a look that found nothing yet. Temporal retries it. */
const notYet = 'NotYet'

/**
 * One look of a lap. If there is nothing yet, it throws a benign failure with the time of the next look:
 * Temporal retries it, and any number of looks costs no history. The last look of a lap returns "not yet"
 * instead, so the UI does not show a failed activity. A failed request and a garbled answer also count as
 * "not yet", with the error as the text.
 */
export async function lapActivity<Answer, Memory>(
  lap: Lap,
  before: Memory | null,
  once: (memory: Memory | null) => Promise<Look<Answer, Memory>>,
): Promise<Look<Answer, Memory>> {
  const { pace } = lap
  const early = pace.notBefore === null ? 0 : Date.parse(pace.notBefore) - Date.now()
  if (early > 0) throw later('the next look is due', early)
  const inLap: Memory | null = activityInfo().heartbeatDetails ?? null
  const look = await answered(once, inLap ?? before)
  await writeDown(lap, look.said)
  if (look.kind === 'seen' || !anotherFits(pace)) return look
  if (look.memory !== null) heartbeat(look.memory)
  throw later(look.said, pace.lookMs)
}

/** Whether the lap has time for another look after this one. */
export function anotherFits({ lookMs, nudged }: Pace): boolean {
  if (nudged) return false
  const { scheduledTimestampMs, scheduleToCloseTimeoutMs } = activityInfo()
  const lapEnds = scheduledTimestampMs + scheduleToCloseTimeoutMs
  return Date.now() + 2 * lookMs < lapEnds
}

function later(said: string, inMs: number): ApplicationFailure {
  return ApplicationFailure.create({
    message: `${said}; next look in ${inWords(inMs)}`,
    type: notYet,
    category: ApplicationFailureCategory.BENIGN,
    nextRetryDelay: inMs,
  })
}

async function answered<Answer, Memory>(
  once: (memory: Memory | null) => Promise<Look<Answer, Memory>>,
  memory: Memory | null,
): Promise<Look<Answer, Memory>> {
  try {
    return await once(memory)
  } catch (error) {
    if (error instanceof ArchiveAway) return { kind: 'not-yet', said: error.message, memory }
    if (!isNoAnswer(error)) throw error
    const kind = error instanceof ClientFailure ? error.kind : 'garbled'
    const said = kind === 'unreachable' ? error.message : `${error.message} (${kind})`
    return { kind: 'not-yet', said, memory }
  }
}

/**
 * What was heard, for pages and commands: at most once a minute a night, and only while the archive is there.
 */
async function writeDown({ tools, night, stage }: Lap, said: string): Promise<void> {
  const at = new Date().toISOString()
  await noteInArchive(() => tools.archive.heard(nightRun(tools, night), { stage, said, at }))
}

function inWords(ms: number): string {
  return ms < 60_000 ? `${Math.ceil(ms / 1000)} s` : `${Math.round(ms / 60_000)} min`
}
