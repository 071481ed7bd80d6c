import { Context, log } from '@temporalio/activity'
import type { NotYet } from '../looks/look.ts'
import type { HeardInLap, News, Telling, LookKey } from './news.ts'
import { maySpend, spent } from './tokens.ts'

/** What a look that had no answer comes to. */
const noAnswer = 'no answer'

/**
 * What matters of a look. One look without an answer is nothing yet, unless the run knows of nothing: a
 * service that does not answer twice is away.
 */
export function toldOf(
  { told, unanswered = false }: NotYet,
  { telling, isLate }: { readonly telling: Telling | null; readonly isLate: boolean },
): LookKey {
  const isFirst = unanswered && telling?.unansweredSince === null
  if (isFirst && telling.told !== null) return telling.told
  const { key = '', ...steps } = unanswered ? { key: noAnswer } : (told ?? {})
  return { ...steps, key: isLate ? `late ${key}` : key }
}

/**
 * Tells the run what a look heard, if that matters and there is a token for it: a signal, which costs four
 * events of history. A step forward leaves one token, so that the next failure is told at once. That a run
 * was not told is no failure: the end of the lap tells it.
 */
export async function tell(
  stage: string | null,
  telling: Telling,
  said: string,
  heard: HeardInLap,
): Promise<Telling> {
  const after = { ...telling, unansweredSince: heard.unansweredSince }
  const { tokens, told } = telling
  const now = Date.now()
  const isOther = told?.key !== heard.told.key
  const isFurther = told?.step !== heard.told.step
  if (stage === null || tokens === null || !(isOther || isFurther)) return after
  if (!maySpend(tokens, now, isOther ? 0 : 1)) return after
  const left = spent(tokens, now)
  const news: News = { ...heard, stage, said, at: new Date(now).toISOString(), tokens: left }
  if (!(await signalled(news))) return after
  return { ...after, told: heard.told, tokens: left }
}

async function signalled(news: News): Promise<boolean> {
  try {
    const { info, client } = Context.current()
    const run = info.workflowExecution
    if (run === undefined) return false
    // The run id: a run that has taken over is told by its own looks.
    await client.workflow.getHandle(run.workflowId, run.runId).signal('heard', news)
    return true
  } catch (error) {
    log.info('the night was not told what a look heard', { error })
    return false
  }
}
