import { readComposeId } from '../../compose/naming/compose-id.ts'
import type { KnownResult } from '../../jobs/resultsdb/known-result.ts'
import type { NewResult } from '../../jobs/resultsdb/new-result.ts'
import { outcomeOfVerdict } from '../../jobs/resultsdb/outcome-of-verdict.ts'
import type { Report } from '../report.ts'

const testcase = 'compose.nightjar.night'
const source = 'nightjar'
const deliveryKey = 'nightjar.delivery'

/**
 * The result of a night in ResultsDB, one for each edition of its report. Null if the night has no compose:
 * then there is no item to have a result.
 * @param delivery the id of the edition, by which its result is known again
 */
export function nightResult(report: Report, delivery: string): NewResult | null {
  const { compose, links, run, verdict, edition, headline } = report
  if (compose === null) return null
  return {
    outcome: outcomeOfVerdict[verdict],
    testcase,
    testcaseUrl: null,
    url: links.openqa ?? compose.url,
    note: headline,
    groups: [
      { namespace: 'source', name: source },
      { namespace: 'compose', name: compose.id, url: compose.url },
      { namespace: source, name: compose.id },
    ],
    data: {
      item: compose.id,
      type: 'compose',
      source,
      'meta.conventions': 'result',
      ...partsOf(compose.id),
      'nightjar.run': run,
      'nightjar.verdict': verdict,
      'nightjar.edition': String(edition),
      [deliveryKey]: delivery,
    },
  }
}

/** Whether a result of ResultsDB is that of this edition. */
export function isResultOfNight({ data }: Pick<KnownResult, 'data'>, result: NewResult): boolean {
  return data[deliveryKey]?.includes(result.data[deliveryKey] ?? '') === true
}

/** What the id of a compose says of it, under the keys of the conventions. */
function partsOf(compose: string): Readonly<Record<string, string>> {
  const id = readComposeId(compose)
  if (id === null) return {}
  return {
    'productmd.compose.id': compose,
    'productmd.compose.short': id.short,
    'productmd.compose.version': id.version,
    'productmd.compose.date': id.date,
    'productmd.compose.type': id.type,
    'productmd.compose.respin': String(id.respin),
  }
}
