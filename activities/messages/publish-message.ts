import { activityInfo, cancellationSignal } from '@temporalio/activity'
import { ClientFailure } from '../../clients/failure.ts'
import { uuid5 } from '../../clients/uuid5.ts'
import { messagesChannel, type NightMessage, type Speaking } from '../../report/messages/night-message.ts'
import { wireOf } from '../../report/messages/wire.ts'
import { runLink } from '../../report/words/temporal-links.ts'
import { noteInArchive } from '../archive-failures.ts'
import { withHeartbeats } from '../delivery/notes.ts'
import type { Tools } from '../tools.ts'
import type { MessageBus } from './message-bus.ts'

/** One try to send a message of a night. */
export interface PublishInput {
  readonly speaking: Speaking
  readonly message: NightMessage
  /** 1 for the first try. */
  readonly attempt: number
  /** No other try comes. */
  readonly isLast: boolean
}

/** What became of the try. */
export type Published =
  | { readonly kind: 'sent' }
  | { readonly kind: 'not-yet' | 'refused'; readonly why: string }

/** Tries once to send a message of a night; each try of a message has the same id. */
export function publishMessage(tools: Tools): (input: PublishInput) => Promise<Published> {
  return async (input) => {
    const { bus } = tools
    const published = bus === null ? notHere : await withHeartbeats(() => sent(bus, tools, input))
    const isAside = published.kind === 'refused' || (published.kind === 'not-yet' && input.isLast)
    if (isAside) await setAside(tools, input, published.why)
    return published
  }
}

/** A worker of another configuration may have it. */
const notHere: Published = {
  kind: 'not-yet',
  why: 'the worker that tried has no [publish]: configure all workers alike',
}

async function sent(bus: MessageBus, { places, publishBy }: Tools, input: PublishInput): Promise<Published> {
  const { speaking, message } = input
  const { run, temporalRun } = speaking
  const { temporalUi: ui } = places
  const page = ui === null ? null : { url: ui, namespace: activityInfo().namespace }
  const url = page && runLink(page, run, { run: temporalRun, tab: 'user-metadata' })
  const { topicPrefix } = bus
  try {
    const wire = wireOf(speaking, message, { topicPrefix, publishBy, url })
    await bus.publish(wire, idOf(input), cancellationSignal())
    return { kind: 'sent' }
  } catch (error) {
    if (!(error instanceof ClientFailure)) throw error
    return { kind: error.kind === 'refused' ? 'refused' : 'not-yet', why: error.message }
  }
}

function idOf({ speaking, message }: PublishInput): string {
  return uuid5(`${speaking.run}/${speaking.temporalRun}/${message.n}`)
}

/** Written down for `nightjar doctor`: nobody else looks for a message that is not there. */
function setAside({ archive }: Tools, input: PublishInput, why: string): Promise<void> {
  const { speaking, message, attempt } = input
  return noteInArchive(() =>
    archive.delivered({
      run: speaking.run,
      edition: 0,
      channel: messagesChannel,
      recipient: `${speaking.temporalRun}/${message.n}`,
      state: 'refused',
      messageId: idOf(input),
      why: `${message.event.kind}: ${why}`,
      attempts: attempt,
      at: new Date().toISOString(),
    }),
  )
}
