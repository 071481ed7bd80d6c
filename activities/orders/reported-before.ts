import { activityInfo, Context } from '@temporalio/activity'
import type { ReportedBefore } from '../activities.ts'
import { askArchive } from '../archive-failures.ts'
import type { Tools } from '../tools.ts'

/**
 * Whether an earlier run of this night has reported; null if none has, if this run was reset from it, or if
 * the archive is away. Then the night goes on: better tested twice than not at all, and openQA is asked
 * before every post.
 */
export function reportedBefore({ archive }: Tools): () => Promise<ReportedBefore | null> {
  return async () => {
    const { workflowId = '', runId = '' } = activityInfo().workflowExecution ?? {}
    const known = await askArchive(() => archive.nights({ run: workflowId }))
    const before = known.kind === 'value' ? known.value[0] : undefined
    if (before === undefined || before.edition === null || before.temporalRun === runId) return null
    if (await goesOn(workflowId, runId)) return null
    return { verdict: before.verdict ?? 'unreported', at: before.reportedAt ?? '' }
  }
}

/** Whether a run goes on from another one, as one that was reset does. */
async function goesOn(workflowId: string, runId: string): Promise<boolean> {
  const { raw } = await Context.current().client.workflow.getHandle(workflowId, runId).describe()
  return raw.workflowExecutionInfo?.firstRunId !== runId
}
