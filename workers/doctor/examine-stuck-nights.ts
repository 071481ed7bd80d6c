import type { Client } from '@temporalio/client'
import { noAnswer, ok, problem, wordsOf, type Diagnosis } from './diagnosis.ts'

const query = 'TemporalReportedProblems IS NOT NULL AND ExecutionStatus = "Running"'

const most = 20

/** Runs whose workflow task fails again and again: they stand still, and show as running. */
export async function examineStuckNights(client: Client): Promise<readonly Diagnosis[]> {
  const about = 'stuck nights'
  try {
    const stuck: Diagnosis[] = []
    for await (const { workflowId, searchAttributes } of client.workflow.list({ query, pageSize: most })) {
      stuck.push(stuckNight(workflowId, searchAttributes['TemporalReportedProblems']))
      if (stuck.length === most) break
    }
    return stuck.length === 0 ? [ok(about, 'no run has failing workflow tasks')] : stuck
  } catch (thrown) {
    return [noAnswer(about, wordsOf(thrown), 'look for red runs in the UI of Temporal')]
  }
}

function stuckNight(workflowId: string, problems: readonly unknown[] | undefined): Diagnosis {
  const why = (problems ?? []).map(String).join(', ')
  return problem(
    workflowId,
    `it stands still: its workflow task fails (${why})`,
    'run the version of Nightjar that began it until it ends, or after a repair: ' +
      `temporal workflow reset --type LastWorkflowTask --workflow-id ${workflowId} --reason …`,
  )
}
