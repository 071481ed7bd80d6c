import { cancellationSignal } from '@temporalio/activity'
import { ClientFailure } from '../../clients/failure.ts'
import { NotNow } from '../../clients/not-now.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import { addresseesOf } from '../delivery/addressees.ts'
import { addressingOf } from '../delivery/addressing.ts'
import { deliveryId } from '../delivery/delivery-id.ts'
import { handedOver, noteDelivery, takenBefore, withHeartbeats } from '../delivery/notes.ts'
import type { ChannelInput, Recipient, SentOnChannel } from '../report-activities.ts'
import type { Tools } from '../tools.ts'
import type { Channel, Message } from './channel.ts'

/**
 * Tries once to hand a report over on a channel other than mail, and tells how that went. What decides who
 * gets it, and what is written down, is as for mail.
 */
export function sendOnChannel(tools: Tools): (input: ChannelInput) => Promise<SentOnChannel> {
  return async (input) => {
    const channel = tools.channels.find(({ name }) => name === input.channel)
    if (channel === undefined) return { messageId: null, recipients: [notHere(input.channel)] }
    const { name, rule } = channel
    const about = await addressingOf(tools, input, name)
    const { mails, skipped, why } = addresseesOf([rule], about, input.recipients)
    await noteDelivery(tools, input, name, { messageId: null, recipients: skipped })
    if (mails.length === 0) return { messageId: null, recipients: [], why }
    const id = deliveryId(input.run, editionName(input))
    const taken = takenBefore(input, about)
    if (taken.length > 0) return { messageId: id, recipients: taken }
    // If this process ends before the answer, that is what is known.
    await noteDelivery(tools, input, name, { messageId: id, recipients: [handedOver(name)] })
    const { archive } = tools
    const message = { id, report: about.report, archive, signal: cancellationSignal() }
    const { retryAfterMs, ...recipient } = await withHeartbeats(() => handOver(channel, message))
    const sent = { messageId: id, recipients: [recipient] }
    await noteDelivery(tools, input, name, sent)
    return retryAfterMs === undefined ? sent : { ...sent, retryAfterMs }
  }
}

/** A worker of another configuration may have it. */
function notHere(name: string): Recipient {
  const why = `the worker that tried has no channel ${name}: configure all workers alike`
  return { recipient: name, state: 'waiting', why }
}

/** An edition without a number of the archive is named by the run, as its delivery is. */
function editionName({ edition, recorded, report }: ChannelInput): string {
  return recorded ? String(edition) : `${report.temporalRun ?? ''}-${report.nth}`
}

type Outcome = Recipient & Pick<SentOnChannel, 'retryAfterMs'>

async function handOver(channel: Channel, message: Message): Promise<Outcome> {
  const recipient = channel.name
  try {
    return { recipient, state: 'delivered', why: await channel.send(message) }
  } catch (error) {
    if (!(error instanceof ClientFailure)) throw error
    const { message: why } = error
    if (error instanceof UnknownOutcome) return { recipient, state: 'unknown', why }
    if (error.kind === 'refused' || error.kind === 'absent') return { recipient, state: 'refused', why }
    const waits = { recipient, state: 'waiting', why } as const
    const ms = error instanceof NotNow ? error.retryAfterMs : null
    return ms === null ? waits : { ...waits, retryAfterMs: ms }
  }
}
