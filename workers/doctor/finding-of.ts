import { ClientFailure } from '../../clients/failure.ts'
import { noAnswer, ok, problem, wordsOf, type Diagnosis } from './diagnosis.ts'

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
  ask: () => Promise<string>,
  { silent, wrong }: ServiceAdvice,
): Promise<Diagnosis> {
  try {
    return ok(about, await ask())
  } catch (thrown) {
    const isSilent = thrown instanceof ClientFailure && thrown.kind === 'unreachable'
    return isSilent ? noAnswer(about, thrown.message, silent) : problem(about, wordsOf(thrown), wrong)
  }
}
