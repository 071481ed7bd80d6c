import type { MissingResult, ResultsOfJobs } from '../../jobs/resultsdb/missing-results.ts'
import type { PostEnd } from '../../sources/resultsdb/post-result.ts'
import { table } from '../table.ts'

/** What `nightjar resultsdb missing` says. */
export function inWords(compose: string, found: ResultsOfJobs, ends: ReadonlyMap<number, PostEnd>): string {
  const { due, missing, early, unclear, pending } = found
  if (due + pending + unclear.length === 0)
    return `openQA has no jobs of ${compose} that are to be in ResultsDB`
  return [
    `${compose}: ${headOf(found, ends.size > 0)}`,
    ...(missing.length > 0 ? [inTable(missing, ends)] : []),
    ...(ends.size > 0 ? [posted(ends, missing.length)] : []),
    ...(early.length > 0 ? [earlyWords(early.length)] : []),
    ...(pending > 0 ? [`${jobs(pending)} ${pending === 1 ? 'has' : 'have'} not ended`] : []),
    ...(unclear.length > 0 ? [unclearTable(unclear)] : []),
  ].join('\n\n')
}

function headOf({ due, missing, early, unclear, pending }: ResultsOfJobs, isPosting: boolean): string {
  if (due === 0)
    return pending > 0
      ? 'no job has ended that is to be in ResultsDB'
      : `no result can be made of ${unclear.length === 1 ? 'its one job' : `any of its ${unclear.length} jobs`}`
  if (missing.length > 0)
    return `${missing.length} of ${due} results ${isPosting ? 'were' : 'are'} not in ResultsDB`
  if (early.length > 0) return `${due - early.length} of ${due} results are in ResultsDB`
  return due === 1 ? 'its one result is in ResultsDB' : `all ${due} results are in ResultsDB`
}

function earlyWords(count: number): string {
  const whose = count === 1 ? 'its result' : 'their results'
  return `${jobs(count)} without a result ended in the last half an hour: ${whose} may still come`
}

function jobs(count: number): string {
  return count === 1 ? '1 job' : `${count} jobs`
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
  return `No result can be made of ${jobs(unclear.length)}:\n${table(['TEST', 'JOB', 'WHY'], rows)}`
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
