import {
  condition,
  defineSignal,
  rootCause,
  setCurrentDetails,
  setHandler,
  sleep,
} from '@temporalio/workflow'
import type { Published } from '../../activities/messages/publish-message.ts'
import type { NightMessage, Speaking } from '../../report/messages/night-message.ts'
import { activity } from '../activity.ts'
import { activityFailure } from '../activity-failure.ts'
import { now } from '../now.ts'
import { growingPauseMs, sendOptions, type SendPatience } from '../options.ts'

/** What the night says next; null: nothing more. */
export const said = defineSignal<[NightMessage | null]>('said')

/** What the sending of a night's messages is started with. */
export interface MessagesInput {
  readonly speaking: Speaking
  readonly first: NightMessage
  readonly patience: SendPatience
}

/** What became of a night's messages. */
export interface SentMessages {
  readonly sent: number
  /** Those that were set aside, and why, `3 stage: …`. */
  readonly aside: readonly string[]
}

/** A night that was terminated says no more, and cannot say that. */
const longestSilenceMs = 7 * 24 * 3_600_000

/**
 * Sends the messages of a night to the bus, one after the other. One that is refused for good, or that nobody
 * takes in time, is set aside and the next one sent. A repeat has the same id.
 */
export async function messages({ speaking, first, patience }: MessagesInput): Promise<SentMessages> {
  // However many wait, each is of use for as long after it was said.
  const due = (message: NightMessage) => ({ message, until: now() + patience.deliverMs })
  const queue = [due(first)]
  let isOver = false
  setHandler(said, (message) => {
    if (message === null) isOver = true
    else queue.push(due(message))
  })
  let sent = 0
  const aside: string[] = []
  while (await condition(() => queue.length > 0 || isOver, longestSilenceMs)) {
    const next = queue.shift()
    if (next === undefined) break
    const { message, until } = next
    const published = await publishInTime({ speaking, message, patience }, until)
    if (published.kind === 'sent') sent += 1
    else aside.push(`${message.n} ${message.event.kind}: ${published.why}`)
    setCurrentDetails(detailsOf({ sent, aside }, queue.length))
  }
  return { sent, aside }
}

interface Publishing {
  readonly speaking: Speaking
  readonly message: NightMessage
  readonly patience: SendPatience
}

/** Tries until the broker has it, refuses it for good, or nobody took it in time. */
async function publishInTime({ speaking, message, patience }: Publishing, until: number): Promise<Published> {
  const { schedule } = patience
  for (let attempt = 1; ; attempt += 1) {
    const pauseMs = growingPauseMs(schedule, attempt)
    const isLast = now() + pauseMs > until
    const published = await onceTried({ speaking, message, patience }, attempt, isLast)
    if (published.kind !== 'not-yet' || isLast) return published
    await sleep(pauseMs)
  }
}

async function onceTried(
  { speaking, message, patience }: Publishing,
  attempt: number,
  isLast: boolean,
): Promise<Published> {
  const { n, event } = message
  const publish = activity('publishMessage', { ...sendOptions(patience), summary: `${n} ${event.kind}` })
  try {
    return await publish({ speaking, message, attempt, isLast })
  } catch (error) {
    const failure = activityFailure(error)
    return { kind: 'not-yet', why: rootCause(failure) ?? failure.message }
  }
}

function detailsOf({ sent, aside }: SentMessages, left: number): string {
  const lines = [`${sent} sent, ${left} to send, ${aside.length} set aside`, ...aside]
  return lines.join('\n\n')
}
