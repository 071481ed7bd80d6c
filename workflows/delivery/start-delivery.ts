import { workflowInfo } from '@temporalio/workflow'
import type { ReportAnswer, ReportInput } from '../../activities/report-activities.ts'
import { delivery, type DeliveryInput } from './delivery.ts'
import type { NightContext } from '../night-context.ts'
import { startOnce } from '../start-once.ts'

/**
 * Starts the delivery of an edition, which has a workflow of its own on each channel: the night waits for no
 * mail server, and no channel for another. An edition is delivered once, whatever becomes of the archive.
 * Answers the id of the workflow that mails it.
 */
export async function startDelivery(
  { input, workflowId: run }: NightContext,
  report: ReportInput,
  { edition, recorded, subject, channels = [] }: ReportAnswer,
): Promise<string> {
  // An edition without a number of the archive is named by the run, so that another run's does not stop it.
  const name = recorded ? String(edition) : `${workflowInfo().runId}-${report.nth}`
  const { callMs, sendMs, settleMs, deliverMs, schedule } = input.patience
  const patience = { callMs, sendMs, settleMs, deliverMs, schedule }
  const delivered = { report: { run, edition, recorded, report }, subject, patience }
  const start = async (channel: string, of: DeliveryInput) => {
    const workflowId = `delivery/${run}/${name}/${channel}`
    await startOnce(delivery, { workflowId, args: [of], staticSummary: subject })
    return workflowId
  }
  const [mail] = await Promise.all([
    start('mail', delivered),
    ...channels.map((channel) => start(channel, { ...delivered, channel })),
  ])
  return mail
}
