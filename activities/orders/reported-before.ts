import { activityInfo } from '@temporalio/activity'
import type { ReportedBefore } from '../activities.ts'
import { askArchive } from '../archive-failures.ts'
import type { Tools } from '../tools.ts'

/**
 * Whether an earlier run of this night has reported; null if none has, or the archive is away. Then the night
 * goes on: better tested twice than not at all, and openQA is asked before every post.
 */
export function reportedBefore({ archive }: Tools): () => Promise<ReportedBefore | null> {
  return async () => {
    const { workflowId = '', runId } = activityInfo().workflowExecution ?? {}
    const known = await askArchive(() => archive.nights({ run: workflowId }))
    const before = known.kind === 'value' ? known.value[0] : undefined
    if (before === undefined || before.edition === null || before.temporalRun === runId) return null
    return { verdict: before.verdict ?? 'unreported', at: before.reportedAt ?? '' }
  }
}
