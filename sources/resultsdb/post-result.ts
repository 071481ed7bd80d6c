import type { ResultsDb } from '../../clients/resultsdb/resultsdb.ts'
import { ClientFailure } from '../../clients/failure.ts'
import { groupUuid } from '../../clients/resultsdb/group-uuid.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import { Garbled } from '../../compose/garbled.ts'
import { parsePostedResult, type KnownResult } from '../../jobs/resultsdb/known-result.ts'
import type { NewResult } from '../../jobs/resultsdb/new-result.ts'
import { findResults } from './find-results.ts'
import { isNoAnswer } from '../no-answer.ts'

/** How a post ended. `unknown`: ResultsDB may have the result, so it is not posted again before a look. */
export type PostEnd =
  | { readonly kind: 'posted' | 'there'; readonly id: number }
  | { readonly kind: 'refused' | 'unreachable' | 'unknown'; readonly why: string }

/** Says whether a result of ResultsDB is the one that would be posted. */
export type IsSame = (known: KnownResult) => boolean

/**
 * Posts a result unless ResultsDB has it: it looks, posts once, and after a post without a clear answer looks
 * again. Nobody else may post the same result at that time: ResultsDB would take both.
 */
export async function postOnce(db: ResultsDb, result: NewResult, isSame: IsSame): Promise<PostEnd> {
  const query = { item: result.data.item, testcases: result.testcase }
  const look = async () => (await findResults(db, query)).find(isSame)
  try {
    const there = await look()
    if (there !== undefined) return { kind: 'there', id: there.id }
  } catch (error) {
    if (!isNoAnswer(error)) throw error
    return { kind: 'unreachable', why: whyOf(error) }
  }
  return await post(db, result, look)
}

async function post(
  db: ResultsDb,
  result: NewResult,
  look: () => Promise<KnownResult | undefined>,
): Promise<PostEnd> {
  try {
    return { kind: 'posted', id: parsePostedResult(await db.post(bodyOf(result))).id }
  } catch (error) {
    if (error instanceof UnknownOutcome) return await afterUnknown(whyOf(error.cause), look)
    if (error instanceof ClientFailure)
      return { kind: error.kind === 'refused' ? 'refused' : 'unreachable', why: whyOf(error) }
    if (error instanceof Garbled) return await afterUnknown(error.message, look)
    throw error
  }
}

/** A result that is there now was made by this post. If none is, the post may still be under way. */
async function afterUnknown(why: string, look: () => Promise<KnownResult | undefined>): Promise<PostEnd> {
  try {
    const made = await look()
    return made === undefined ? { kind: 'unknown', why } : { kind: 'posted', id: made.id }
  } catch (error) {
    if (isNoAnswer(error)) return { kind: 'unknown', why }
    throw error
  }
}

/** What was wrong, without the name of the service. */
function whyOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/^ResultsDB: /, '')
}

/** A result as ResultsDB's API takes it. */
function bodyOf(result: NewResult): object {
  return {
    outcome: result.outcome,
    testcase: { name: result.testcase, ...(result.testcaseUrl !== null && { ref_url: result.testcaseUrl }) },
    groups: result.groups.map(({ namespace, name, url }) => ({
      uuid: groupUuid(namespace, name),
      description: `${namespace}.${name}`,
      ...(url !== undefined && { ref_url: url }),
    })),
    note: result.note,
    ref_url: result.url,
    data: result.data,
  }
}
