import type { Client } from '@temporalio/client'

/** A run that is under way and waits for what changes. */
export interface OpenRun {
  readonly workflowId: string
  /** `nightly`, `respins` or `watchCandidates`. */
  readonly type: string
  /** Empty where the run has none. */
  readonly stage: string
  /** Empty as long as it is not known. */
  readonly compose: string
}

const types = ['nightly', 'respins', 'watchCandidates']

/** Two streams have three runs each; a thousand messages do not make this more. */
const most = 500

/** The runs of a task queue that are under way, as far as Temporal's list of them knows. */
export async function openRuns(client: Client, taskQueue: string): Promise<readonly OpenRun[]> {
  const ofTypes = types.map((type) => `'${type}'`).join(', ')
  const query =
    `ExecutionStatus = 'Running' AND WorkflowType IN (${ofTypes}) ` +
    `AND TaskQueue = '${taskQueue.replaceAll("'", "''")}'`
  const runs: OpenRun[] = []
  for await (const { workflowId, type, typedSearchAttributes } of client.workflow.list({ query })) {
    const attribute = (name: string) => typedSearchAttributes.get({ name, type: 'KEYWORD' }) ?? ''
    runs.push({ workflowId, type, stage: attribute('Stage'), compose: attribute('ComposeId') })
    if (runs.length === most) break
  }
  return runs
}
