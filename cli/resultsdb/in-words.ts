import type { MissingResult, ResultsOfJobs } from '../../jobs/resultsdb/missing-results.ts'
import type { PostEnd } from '../../sources/resultsdb/post-result.ts'
import { table } from '../table.ts'

/** What `nightjar resultsdb missing` says. */
export function inWords(compose: string, found: ResultsOfJobs, ends: ReadonlyMap<number, PostEnd>): string {
  const { due, missing, early, unclear, pending } = found
  if (due + pending + unclear.length === 0)
    return `openQA has no jobs of ${compose} that are to be in ResultsDB`
  const head = `${compose}: ${missing.length} of ${due} results are not in ResultsDB`
  return [
    head,
    ...(missing.length > 0 ? [inTable(missing, ends)] : []),
    ...(ends.size > 0 ? [posted(ends, missing.length)] : []),
    ...(early.length > 0 ? [`${early.length} more ended in the last half an hour: they may still come`] : []),
    ...(pending > 0 ? [`${pending} jobs have not ended`] : []),
    ...(unclear.length > 0 ? [unclearTable(unclear)] : []),
  ].join('\n\n')
}

function inTable(missing: readonly MissingResult[], ends: ReadonlyMap<number, PostEnd>): string {
  const isPosting = ends.size > 0
  const head = ['OUTCOME', 'TEST CASE', 'ITEM', 'JOB', ...(isPosting ? ['POST'] : [])]
  const rows = missing.map(({ job, result }) => [
    result.outcome,
    result.testcase,
    result.data.item,
    result.url,
    ...(isPosting ? [postWords(ends.get(job.id))] : []),
  ])
  return table(head, rows)
}

function unclearTable(unclear: ResultsOfJobs['unclear']): string {
  const rows = unclear.map(({ job, url, why }) => [job.test, url, why])
  return `No result can be made of ${unclear.length} jobs:\n${table(['TEST', 'JOB', 'WHY'], rows)}`
}

function postWords(end: PostEnd | undefined): string {
  if (end === undefined) return 'not tried'
  if ('why' in end) return `${end.kind}: ${end.why}`
  return end.kind === 'posted' ? `posted as ${end.id}` : `there as ${end.id}`
}

function posted(ends: ReadonlyMap<number, PostEnd>, of: number): string {
  const count = [...ends.values()].filter(({ kind }) => kind === 'posted').length
  return `posted ${count} of ${of}`
}
