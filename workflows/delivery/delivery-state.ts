import type { Recipient, SentOnChannel } from '../../activities/report-activities.ts'
import { growingPauseMs, type SendPatience } from '../options.ts'

/** How a delivery stands, or ended. */
export interface DeliveryProgress {
  /** Null until it is known, and if no mail is configured. */
  readonly messageId: string | null
  /**
   * Null until a try has told who they are. `waiting` at the end: nobody took it in time. `unknown`: the mail
   * was handed over, and the answer never came.
   */
  readonly recipients: readonly Recipient[] | null
  readonly tries: number
  /** Tries of which it is not known whether the mail was taken. */
  readonly unknownTries: number
  /** What was wrong with the last try, or why it had no recipient; empty if it had an answer for each. */
  readonly why: string
}

/**
 * What a try told. `lost`: nothing, so the mail may have been handed over. `not-sent`: it was not handed
 * over.
 */
export type Try =
  | ({ readonly kind: 'answered' } & SentOnChannel)
  | { readonly kind: 'lost' | 'not-sent'; readonly why: string }

/**
 * How many tries of unknown outcome there may be. A mail is sent once more: so nobody gets more than two
 * copies. What has an id is repeated with it, and the receiver knows the repeat.
 */
export const mostUnknownTries = { mail: 2, withId: Infinity } as const

type MostUnknownTries = (typeof mostUnknownTries)[keyof typeof mostUnknownTries]

/** No receiver makes a delivery wait longer. */
const longestRetryAfterMs = 3_600_000

export const nothingYet: DeliveryProgress = {
  messageId: null,
  recipients: null,
  tries: 0,
  unknownTries: 0,
  why: '',
}

/** Whether a recipient is still to be tried. */
export function isLeft(
  { state }: Recipient,
  { unknownTries }: Pick<DeliveryProgress, 'unknownTries'>,
  most: MostUnknownTries,
): boolean {
  return state === 'waiting' || (state === 'unknown' && unknownTries < most)
}

/** A delivery after one more try. */
export function afterTry(before: DeliveryProgress, tried: Try, most: MostUnknownTries): DeliveryProgress {
  const tries = before.tries + 1
  if (tried.kind === 'answered') {
    const { messageId, recipients, why = 'no mail is configured on the worker that tried' } = tried
    const isUnknown = recipients.some(({ state }) => state === 'unknown')
    return {
      messageId,
      recipients: merged(before.recipients, recipients),
      tries,
      unknownTries: before.unknownTries + (isUnknown ? 1 : 0),
      why: recipients.length === 0 ? why : '',
    }
  }
  const { kind, why } = tried
  if (kind === 'not-sent') return { ...before, tries, why }
  const recipients =
    before.recipients?.map((each) =>
      isLeft(each, before, most) ? { ...each, state: 'unknown' as const, why } : each,
    ) ?? null
  return { ...before, recipients, tries, unknownTries: before.unknownTries + 1, why }
}

function merged(before: readonly Recipient[] | null, news: readonly Recipient[]): readonly Recipient[] {
  if (before === null) return news
  return before.map((each) => news.find(({ recipient }) => recipient === each.recipient) ?? each)
}

/** What decides how long to wait for the next try. */
export interface Pausing {
  readonly patience: SendPatience
  readonly most: MostUnknownTries
  /** The last try. */
  readonly tried: Try
}

/**
 * Milliseconds until the next try; null if nothing is left to try. A try of which nothing is known gets the
 * longest pause, as the other side may still be busy with it.
 */
export function pauseMs(delivery: DeliveryProgress, { patience, most, tried }: Pausing): number | null {
  const { recipients, tries, unknownTries } = delivery
  const { settleMs, schedule } = patience
  const left = recipients?.filter((each) => isLeft(each, delivery, most))
  if (left === undefined ? unknownTries >= most : left.length === 0) return null
  const isOpen = left === undefined ? unknownTries > 0 : left.some(({ state }) => state === 'unknown')
  if (isOpen) return settleMs
  const usual = growingPauseMs(schedule, tries)
  return Math.max(usual, Math.min(askedFor(tried), longestRetryAfterMs))
}

function askedFor(tried: Try): number {
  return tried.kind === 'answered' ? (tried.retryAfterMs ?? 0) : 0
}
