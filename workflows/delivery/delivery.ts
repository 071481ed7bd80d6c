import { ApplicationFailure, rootCause, setCurrentDetails, sleep } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { DeliveredReport } from '../../activities/report-activities.ts'
import { activityFailure } from '../activity-failure.ts'
import { afterTry, isLeft, nothingYet, pauseMs, type DeliveryProgress, type Try } from './delivery-state.ts'
import { deliveryTable } from '../details/delivery-table.ts'
import { now } from '../now.ts'
import { sendOptions, type SendPatience } from '../options.ts'

/** What a delivery is started with. */
export interface DeliveryInput {
  readonly report: DeliveredReport
  readonly subject: string
  readonly patience: SendPatience
}

/**
 * Delivers one edition of a report by mail. Its history counts the tries, so that they are known without a
 * file or database. It ends when every recipient has the mail, is refused for good, or may have it twice.
 */
export async function delivery(input: DeliveryInput): Promise<DeliveryProgress> {
  const { patience } = input
  const until = now() + patience.deliverMs
  let stands = nothingYet
  while (true) {
    stands = afterTry(stands, await oneTry(input, stands))
    setCurrentDetails(deliveryTable(stands))
    const pause = pauseMs(stands, patience)
    if (pause === null || now() + pause > until) return stands
    await sleep(pause)
  }
}

async function oneTry({ report, subject, patience }: DeliveryInput, so: DeliveryProgress): Promise<Try> {
  const sendReport = activity('sendReport', { ...sendOptions(patience), summary: subject })
  const left = so.recipients?.filter((each) => isLeft(each, so)).map(({ recipient }) => recipient)
  try {
    const sent = await sendReport({ ...report, recipients: left ?? null, attempt: so.tries + 1 })
    return { kind: 'answered', ...sent }
  } catch (error) {
    const failure = activityFailure(error)
    // A worker that went away may have handed the mail over; one that answers with an error has not.
    const kind = failure.cause instanceof ApplicationFailure ? 'not-sent' : 'lost'
    return { kind, why: rootCause(failure) ?? failure.message }
  }
}
