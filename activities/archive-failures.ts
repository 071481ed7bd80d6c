import { setTimeout as sleep } from 'node:timers/promises'
import { ApplicationFailure, log } from '@temporalio/activity'
import { ArchiveAway } from '../archive/connection/archive-away.ts'
import { LostValue } from '../archive/values/lost-value.ts'
import { Garbled } from '../compose/garbled.ts'

/** What a value of the archive is worth: itself, or why the archive cannot give it. */
export type FromArchive<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'lost'; readonly why: string }
  | { readonly kind: 'away'; readonly why: string; readonly error: Error }

/**
 * Asks the archive; that it has lost the value is an answer, and so is any other failure, such as a right
 * that is missing: a report waits for none of them.
 */
export async function askArchive<Value>(ask: () => Promise<Value>): Promise<FromArchive<Value>> {
  try {
    return { kind: 'value', value: await ask() }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    if (error instanceof LostValue || error instanceof Garbled) return { kind: 'lost', why: error.message }
    return { kind: 'away', why: error.message, error }
  }
}

/**
 * Asks the archive for a value without which an activity cannot go on. While the archive is away the activity
 * is tried again.
 * @throws ApplicationFailure `LostValue`, which is final, where the value is lost or damaged; ArchiveAway
 */
export async function needFromArchive<Value>(ask: () => Promise<Value>): Promise<Value> {
  const answer = await askArchive(ask)
  if (answer.kind === 'value') return answer.value
  if (answer.kind === 'away') throw answer.error
  throw ApplicationFailure.nonRetryable(answer.why, 'LostValue')
}

/** Writes something down that a night can do without: an archive that fails holds nothing up. */
export async function noteInArchive(write: () => Promise<unknown>): Promise<void> {
  try {
    await write()
  } catch (error) {
    if (!(error instanceof ArchiveAway)) log.warn('the archive did not take a note', { error })
  }
}

/** Asks the archive, like {@link askArchive}. */
export type AskArchive = typeof askArchive

/**
 * Asks the archive as long as it has answered so far, and in all no longer than a time in ms: what an
 * activity does without it must fit into its timeout.
 */
export function askWithin(budgetMs: number): AskArchive {
  const until = Date.now() + budgetMs
  let away: Extract<FromArchive<never>, { kind: 'away' }> | null = null
  return async (ask) => {
    if (away !== null) return away
    const answer = await inTime(askArchive(ask), until - Date.now())
    if (answer.kind === 'away') away = answer
    return answer
  }
}

async function inTime<Value>(
  asked: Promise<FromArchive<Value>>,
  leftMs: number,
): Promise<FromArchive<Value>> {
  const timer = new AbortController()
  const late = sleep(Math.max(0, leftMs), null, { signal: timer.signal }).catch(() => null)
  const answer = await Promise.race([asked, late])
  timer.abort()
  if (answer !== null) return answer
  const error = new Error('the archive is too slow')
  return { kind: 'away', why: error.message, error }
}
