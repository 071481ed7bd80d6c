import { randomUUID } from 'node:crypto'
import type { WorkflowHandle } from '@temporalio/client'
import type { Stage } from './stage.ts'

type HistoryEvent = NonNullable<Awaited<ReturnType<WorkflowHandle['fetchHistory']>>['events']>[number]

/** A place in the history of a night that people reset it to. */
export type Place = 'the task that took the order' | 'the first task after the report' | 'the next task'

/** Resets a night to a place, as Temporal's UI does; answers the id of its new run. */
export async function resetNight({ client }: Stage, workflowId: string, place: Place): Promise<string> {
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory()
  const { runId } = await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId },
    reason: 'a test',
    requestId: randomUUID(),
    workflowTaskFinishEventId: taskAt(events ?? [], place)?.eventId ?? null,
  })
  return runId
}

/** The event that ends the workflow task of a place. */
function taskAt(events: readonly HistoryEvent[], place: Place): HistoryEvent | undefined {
  const tasks = events.filter(({ workflowTaskCompletedEventAttributes: ended }) => ended != null)
  const taken = events.find((each) => each.workflowExecutionUpdateAcceptedEventAttributes != null)
  if (place === 'the task that took the order') return tasks.findLast((task) => idOf(task) < idOf(taken))
  const written = events.find(endsOf('composeReport', events))
  const [first, next] = tasks.filter((task) => idOf(task) > idOf(written))
  return place === 'the next task' ? next : first
}

/** Whether an event is the end of an activity of a name. */
function endsOf(name: string, events: readonly HistoryEvent[]): (event: HistoryEvent) => boolean {
  const scheduled = events
    .filter((each) => each.activityTaskScheduledEventAttributes?.activityType?.name === name)
    .map(idOf)
  return ({ activityTaskCompletedEventAttributes: ended }) =>
    ended != null && scheduled.includes(Number(ended.scheduledEventId))
}

function idOf(event: HistoryEvent | undefined): number {
  return Number(event?.eventId)
}
