import { ClientFailure } from '../../clients/failure.ts'
import type { DoubtfulAnswer } from '../../clients/webhook/webhook.ts'
import { noAnswer, ok, problem, warning, wordsOf, type Diagnosis } from './diagnosis.ts'

/** How long one request of an examination may take: a busy service is not a dead one. */
export const requestMs = 15_000

/** What to do about a service that does not answer, and about one that answers what it should not. */
export interface ServiceAdvice {
  readonly silent: string
  readonly wrong: string
}

/** Asks a service one thing: what it says, or how it failed. */
export async function findingOf(
  about: string,
  ask: () => Promise<string | DoubtfulAnswer>,
  { silent, wrong }: ServiceAdvice,
): Promise<Diagnosis> {
  try {
    const answer = await ask()
    return typeof answer === 'string' ? ok(about, answer) : warning(about, answer.said, answer.todo)
  } catch (thrown) {
    const isSilent = thrown instanceof ClientFailure && thrown.kind === 'unreachable'
    return isSilent ? noAnswer(about, thrown.message, silent) : problem(about, wordsOf(thrown), wrong)
  }
}
