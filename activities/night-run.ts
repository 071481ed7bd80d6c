import { activityInfo } from '@temporalio/activity'
import type { NightRun } from '../archive/nights/night-run.ts'
import type { Night } from '../compose/naming/night.ts'
import type { Tools } from './tools.ts'

/** The run that this activity is of, as the archive files it. */
export function nightRun({ dueOf }: Pick<Tools, 'dueOf'>, night: Night): NightRun {
  const { workflowId, runId: temporalRun } = execution()
  return { id: workflowId, temporalRun, stream: night.stream, date: night.date, due: dueOf(night) }
}

/** The workflow id of the run that this activity is of. */
export function runId(): string {
  return execution().workflowId
}

function execution(): { readonly workflowId: string; readonly runId: string } {
  const { workflowExecution } = activityInfo()
  if (workflowExecution === undefined) throw new Error('a night acts only as a workflow')
  return workflowExecution
}
