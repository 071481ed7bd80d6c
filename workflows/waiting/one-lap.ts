import { ActivityFailure, ApplicationFailure, CancellationScope, isCancellation } from '@temporalio/workflow'
import type { LastWords } from '../../activities/lap/lap-activity.ts'
import type { HeardInLap } from '../../activities/lap/news.ts'
import type { Look } from '../../activities/looks/look.ts'
import type { Nudge } from './nudge.ts'
import { isHeard } from './read-news.ts'

/** How one lap ended. `hopeless`: no answer can come. `nudged`: something changed, so it was given up. */
export type LapEnd<Answer, Memory> =
  | Extract<Look<Answer, Memory>, { kind: 'seen' }>
  | {
      readonly kind: 'not-yet'
      /** Null if no look said anything. */
      readonly said: string | null
      readonly memory: Memory | null
      /** ISO: the last look that had an answer; null if none had. */
      readonly answeredAt: string | null
      /** Null if no look left it. */
      readonly heard: HeardInLap | null
    }
  | { readonly kind: 'hopeless'; readonly said: string }
  | { readonly kind: 'nudged' }

/** Runs one lap of looks. A nudge ends it at once, also between two looks. */
export async function oneLap<Answer, Memory>(
  nudge: Nudge,
  lap: () => Promise<Look<Answer, Memory>>,
): Promise<LapEnd<Answer, Memory>> {
  const scope = new CancellationScope()
  let nudged = false
  const unlisten = nudge.listen(() => {
    nudged = true
    scope.cancel()
  })
  try {
    const look = await scope.run(lap)
    return look.kind === 'seen' ? look : { ...look, heard: look.heard ?? null }
  } catch (error) {
    if (isCancellation(error) && nudged) return { kind: 'nudged' }
    return afterFailure(error)
  } finally {
    unlisten()
  }
}

/** The result of a failed lap: "hopeless" if its failure is not retryable, else "not yet". */
function afterFailure(error: unknown): Extract<LapEnd<never, never>, { kind: 'not-yet' | 'hopeless' }> {
  if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error
  const last = lastLook(error)
  if (error.cause === last && last?.nonRetryable === true) return { kind: 'hopeless', said: last.message }
  const [at, words]: readonly unknown[] = last?.details ?? []
  const answeredAt = typeof at === 'string' ? at : null
  if (isLastWords(words)) return { ...words, kind: 'not-yet', memory: null, answeredAt }
  return { kind: 'not-yet', said: last === null ? null : saidBy(last), memory: null, answeredAt, heard: null }
}

/** What a failure says, without when the next look would have been; null where it was no look. */
function saidBy({ message }: ApplicationFailure): string | null {
  const said = message.replace(/; next look in \d+ (?:s|min)$/, '')
  return said === 'the next look is due' ? null : said
}

function isLastWords(value: unknown): value is LastWords {
  if (typeof value !== 'object' || value === null || !('said' in value) || !('heard' in value)) return false
  return typeof value.said === 'string' && isHeard(value.heard)
}

/** The failure of the last look before a timeout; null if there is only Temporal's own timeout. */
function lastLook({ cause }: Error): ApplicationFailure | null {
  if (cause instanceof ApplicationFailure) return cause
  return cause instanceof Error ? lastLook(cause) : null
}
