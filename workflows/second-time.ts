import { ApplicationFailure, type ActivityOptions } from '@temporalio/workflow'
import { nameOfNight } from '../compose/naming/night.ts'
import { activity } from './activity.ts'
import { activityFailure } from './activity-failure.ts'
import type { NightContext } from './night-context.ts'
import type { Patience } from './patience.ts'

/**
 * Refuses to test a night once more that has reported, as "Start Workflow Like This One" in Temporal's UI
 * would. A run that takes the night over may, and so may one that was reset.
 * @throws ApplicationFailure `Ended`, final, that says what to type
 */
export async function refuseSecondTime({ input, workflowId }: NightContext): Promise<void> {
  if (input.takesOver !== undefined) return
  const options = asking(input.patience, 'has an earlier run reported?')
  const before = await unlessFailed(activity('reportedBefore', options))
  if (before !== null) throw ended(workflowId, before.verdict, before.at)
}

/** What a second start of a night ends with. @throws ApplicationFailure `Ended`, final, if that has ended */
export async function startedBefore(workflowId: string, patience: Patience): Promise<string> {
  const nightNow = activity('nightNow', asking(patience, `how does ${workflowId} stand?`))
  const now = await unlessFailed(() => nightNow(workflowId))
  if (now === null) return `${workflowId} was started before`
  if (!now.isRunning) throw ended(workflowId, now.verdict, now.endedAt ?? '')
  return `${workflowId} was started before; it is in ${now.stage || 'its first stage'}`
}

function asking({ callMs }: Patience, summary: string): ActivityOptions {
  return { startToCloseTimeout: callMs, retry: { maximumAttempts: 2 }, summary }
}

async function unlessFailed<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
  try {
    return await ask()
  } catch (error) {
    activityFailure(error)
    return null
  }
}

function ended(workflowId: string, verdict: string, at: string): ApplicationFailure {
  const night = nameOfNight(workflowId)
  const word = verdict === '' || verdict === 'none yet' ? 'WITHOUT A REPORT' : verdict.toUpperCase()
  const when = at === '' ? '' : ` at ${at.slice(0, 16).replace('T', ' ')} UTC`
  const how = verdict === 'passed' ? 'nightjar rerun --all' : 'nightjar rerun'
  const failure = ApplicationFailure.nonRetryable(
    `${workflowId} ended ${word}${when}; to run it again: ${how} ${night}`,
    'Ended',
  )
  failure.stack = ''
  return failure
}
