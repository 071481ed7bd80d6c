import { ApplicationFailure, rootCause, setCurrentDetails, sleep } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { DeliveredReport, SendInput, SentOnChannel } from '../../activities/report-activities.ts'
import { activityFailure } from '../activity-failure.ts'
import {
  afterTry,
  isLeft,
  mostUnknownTries,
  nothingYet,
  pauseMs,
  type DeliveryProgress,
  type Try,
} from './delivery-state.ts'
import { deliveryTable } from '../details/delivery-table.ts'
import { now } from '../now.ts'
import { sendOptions, type SendPatience } from '../options.ts'

/** What a delivery is started with. */
export interface DeliveryInput {
  readonly report: DeliveredReport
  readonly subject: string
  readonly patience: SendPatience
  /** The name of a channel of the configuration; absent for mail. */
  readonly channel?: string
}

/**
 * Delivers one edition of a report by mail, or on another channel. Its history counts the tries, so that they
 * are known without a file or database. It ends when every recipient has the report, is refused for good, or
 * may have it twice where a repeat is not known as one.
 */
export async function delivery(input: DeliveryInput): Promise<DeliveryProgress> {
  const { patience, channel } = input
  const until = now() + patience.deliverMs
  const most = channel === undefined ? mostUnknownTries.mail : mostUnknownTries.withId
  let stands = nothingYet
  while (true) {
    const left = stands.recipients?.filter((each) => isLeft(each, stands, most))
    const recipients = left?.map(({ recipient }) => recipient) ?? null
    const tried = await oneTry(input, { ...input.report, recipients, attempt: stands.tries + 1 })
    stands = afterTry(stands, tried, most)
    setCurrentDetails(deliveryTable(stands))
    const pause = pauseMs(stands, { patience, most, tried })
    if (pause === null || now() + pause > until) return stands
    await sleep(pause)
  }
}

async function oneTry(input: DeliveryInput, asked: SendInput): Promise<Try> {
  try {
    return { kind: 'answered', ...(await handOver(input, asked)) }
  } catch (error) {
    const failure = activityFailure(error)
    // A worker that went away may have handed it over; one that answers with an error has not.
    const kind = failure.cause instanceof ApplicationFailure ? 'not-sent' : 'lost'
    return { kind, why: rootCause(failure) ?? failure.message }
  }
}

function handOver({ subject, patience, channel }: DeliveryInput, asked: SendInput): Promise<SentOnChannel> {
  const options = { ...sendOptions(patience), summary: subject }
  if (channel === undefined) return activity('sendReport', options)(asked)
  return activity('sendOnChannel', options)({ ...asked, channel })
}
