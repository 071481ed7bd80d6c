import { invalid, outcomes, type Invalid } from './invalid.ts'
import type { StoredResult } from './stored.ts'

/** Parameters that are no keys of the data of a result. */
const own = new Set([
  '_sort',
  'limit',
  'page',
  'testcases',
  'testcases:like',
  'groups',
  '_distinct_on',
  'outcome',
  'since',
])

/** One page of results, and whether more follow. */
export interface SelectedPage {
  readonly page: number
  readonly results: readonly StoredResult[]
  readonly isLast: boolean
}

/** The results that a query asks for, or which of its parameters have the wrong form. */
export function select(
  results: readonly StoredResult[],
  query: URLSearchParams,
): SelectedPage | { readonly wrong: readonly Invalid[] } {
  const wrong = wrongIn(query)
  if (wrong.length > 0) return { wrong }
  const [page, limit] = [Number(query.get('page') ?? 0), Number(query.get('limit') ?? 20)]
  const rows = results
    .filter((result) => fits(result, query))
    .toSorted(order(query.get('_sort') ?? ''))
    .flatMap((result) => Array.from({ length: rowsOf(result, query) }, () => result))
  const found = [...new Set(rows.slice(page * limit, (page + 1) * limit + 1))]
  return { page, results: found.slice(0, limit), isLast: found.length <= limit }
}

/**
 * How many rows of its tables a result fills: one for each combination of the values that fit. ResultsDB
 * counts rows for a page, so a result with two values that fit may hide that more follow.
 */
function rowsOf(result: StoredResult, query: URLSearchParams): number {
  const counts = dataKeys(query).map((key) => fitting(result, key, query.getAll(key)).length)
  return counts.reduce((product, count) => product * count, 1)
}

/** Every parameter without a meaning of its own is a key of the data. */
function dataKeys(query: URLSearchParams): readonly string[] {
  return [...new Set(query.keys())].filter((key) => !own.has(key))
}

function wrongIn(query: URLSearchParams): readonly Invalid[] {
  const numbers = ['page', 'limit'].filter((name) => !/^\d+$/.test(query.get(name) ?? '0'))
  const unparsed = 'Input should be a valid integer, unable to parse string as an integer'
  const [since, outcome] = [query.get('since'), query.get('outcome')]
  return [
    ...numbers.map((name) => invalid('int_parsing', [name], unparsed, query.get(name))),
    ...(since !== null && since.split(',').some((time) => timeOf(time) === null)
      ? [invalid('value_error', ['since'], 'must be in ISO8601 format', since)]
      : []),
    ...(outcome !== null && listOf(outcome).some((word) => !outcomes.includes(word.toUpperCase()))
      ? [invalid('value_error', ['outcome'], `must be one of: ${outcomes.join(', ')}`, outcome)]
      : []),
  ]
}

function fits(result: StoredResult, query: URLSearchParams): boolean {
  const [from = null, until = null] = (query.get('since') ?? '').split(',').map(timeOf)
  const time = timeOf(result.submitTime) ?? 0
  return (
    time >= (from ?? 0) &&
    time <= (until ?? Infinity) &&
    among(query, 'outcome', (words) => words.some((word) => word.toUpperCase() === result.outcome)) &&
    isOfTestcase(result, query) &&
    among(query, 'groups', (uuids) => uuids.some((uuid) => result.groups.includes(uuid))) &&
    dataKeys(query).every((key) => fitting(result, key, query.getAll(key)).length > 0)
  )
}

function among(
  query: URLSearchParams,
  name: string,
  accepts: (words: readonly string[]) => boolean,
): boolean {
  const words = listOf(query.get(name) ?? '')
  return words.length === 0 || accepts(words)
}

function isOfTestcase({ testcase }: StoredResult, query: URLSearchParams): boolean {
  const [names, patterns] = [listOf(query.get('testcases') ?? ''), listOf(query.get('testcases:like') ?? '')]
  const isAny = names.length === 0 && patterns.length === 0
  return isAny || names.includes(testcase) || patterns.some((pattern) => isLike(testcase, pattern))
}

/** The values of a key that a query asks for; those like a pattern if `:like` follows the key. */
function fitting({ data }: StoredResult, param: string, values: readonly string[]): readonly string[] {
  const [key = '', modifier] = param.split(':')
  const wanted = values.flatMap((value) => value.split(','))
  return (data[key] ?? []).filter((value) =>
    modifier === 'like' ? wanted.some((pattern) => isLike(value, pattern)) : wanted.includes(value),
  )
}

/** Whether a text fits a pattern, in which `*` stands for any text. */
function isLike(text: string, pattern: string): boolean {
  return new RegExp(
    `^${pattern
      .split('*')
      .map((part) => RegExp.escape(part))
      .join('.*')}$`,
    's',
  ).test(text)
}

function order(sort: string): (one: StoredResult, other: StoredResult) => number {
  const direction = sort === 'asc:submit_time' ? 1 : -1
  return (one, other) =>
    direction * (one.submitTime < other.submitTime ? -1 : Number(one.submitTime > other.submitTime))
}

function listOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}

/** The milliseconds of an ISO time, whose zone does not count. */
function timeOf(text: string): number | null {
  const [shape] = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?/.exec(text) ?? []
  const time = shape === undefined ? NaN : Date.parse(shape.length === 10 ? `${shape}T00:00Z` : `${shape}Z`)
  return Number.isNaN(time) ? null : time
}
