import { ClientFailure } from '../../clients/failure.ts'
import type { ResultsDb } from '../../clients/resultsdb/resultsdb.ts'
import { UnknownOutcome } from '../../clients/unknown-outcome.ts'
import { isResultOfNight, nightResult } from '../../report/resultsdb/night-result.ts'
import { findResults } from '../../sources/resultsdb/find-results.ts'
import { postOnce, type PostEnd } from '../../sources/resultsdb/post-result.ts'
import type { Channel } from './channel.ts'

/**
 * Fedora's ResultsDB, which gets one result an edition. It does not know a repeat, so each try looks first;
 * after a try of unknown outcome the next one comes later, and looks, too.
 */
export function resultsDbChannel(
  { name, rule }: Pick<Channel, 'name' | 'rule'>,
  connect: (signal?: AbortSignal) => ResultsDb,
): Channel {
  return {
    name,
    rule,
    async send({ id, report, signal }) {
      const result = nightResult(report, id)
      if (result === null) return 'nothing was posted: the night has no compose'
      return said(await postOnce(connect(signal), result, (known) => isResultOfNight(known, result)))
    },
    async examine() {
      await findResults(connect(), { item: 'nightjar', testcases: 'nightjar' })
      return 'it can be read; whether it takes a result shows only when one is posted'
    },
  }
}

function said(end: PostEnd): string {
  if ('id' in end)
    return end.kind === 'posted' ? `result ${end.id}` : `result ${end.id}, which an earlier try had posted`
  const failure = new ClientFailure(end.kind === 'refused' ? 'refused' : 'unreachable', 'ResultsDB', end.why)
  throw end.kind === 'unknown' ? new UnknownOutcome(failure, 'a repeat looks for it first') : failure
}
