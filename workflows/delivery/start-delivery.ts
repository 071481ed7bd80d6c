import { workflowInfo } from '@temporalio/workflow'
import type { ReportAnswer, ReportInput } from '../../activities/report-activities.ts'
import { delivery } from './delivery.ts'
import type { NightContext } from '../night-context.ts'
import { startOnce } from '../start-once.ts'

/**
 * Starts the delivery of an edition, which has a workflow of its own: the night does not wait for the mail
 * server. An edition is delivered once, whatever becomes of the archive. Answers the id of the workflow.
 */
export async function startDelivery(
  { input, workflowId: run }: NightContext,
  report: ReportInput,
  { edition, recorded, subject }: ReportAnswer,
): Promise<string> {
  // An edition without a number of the archive is named by the run, so that another run's does not stop it.
  const name = recorded ? String(edition) : `${workflowInfo().runId}-${report.nth}`
  const workflowId = `delivery/${run}/${name}/mail`
  const { callMs, sendMs, settleMs, deliverMs, schedule } = input.patience
  const patience = { callMs, sendMs, settleMs, deliverMs, schedule }
  await startOnce(delivery, {
    workflowId,
    args: [{ report: { run, edition, recorded, report }, subject, patience }],
    staticSummary: subject,
  })
  return workflowId
}
