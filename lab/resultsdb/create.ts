import { invalid, outcomes, type Invalid } from './invalid.ts'
import type { ResultsState, StoredResult } from './stored.ts'

type Body = Readonly<Record<string, unknown>>

/** A new result, or why there is none: a member of the wrong form, or the message of the API. */
export type Created =
  | { readonly result: StoredResult }
  | { readonly wrong: readonly Invalid[] }
  | { readonly message: string }

/** Stores a result with its test case and its groups. It never asks whether there is one like it. */
export function create(state: ResultsState, body: Body, now: string): Created {
  const [outcome, testcase, time] = [outcomeOf(body), testcaseOf(body), timeOf(body, now)]
  const wrong = [outcome, testcase, time].filter((each) => isInvalid(each))
  if (wrong.length > 0 || isInvalid(outcome) || isInvalid(testcase) || isInvalid(time)) return { wrong }
  const data = membersOf(body['data'])
  const colons = Object.keys(data).filter((key) => key.includes(':'))
  if (colons.length > 0) return { message: `Colon not allowed in key name: ${pythonList(colons)}` }
  const { name, ref_url: address = state.testcases.get(name) ?? null } = testcase
  state.testcases.set(name, address)
  const result: StoredResult = {
    id: state.results.length + 1,
    testcase: name,
    outcome,
    note: textOf(body['note']),
    refUrl: textOf(body['ref_url']),
    submitTime: time,
    groups: Array.isArray(body['groups']) ? body['groups'].map((each) => groupOf(state, each)) : [],
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, valuesOf(value)])),
  }
  state.results.push(result)
  return { result }
}

function outcomeOf({ outcome }: Body): string | Invalid {
  if (typeof outcome !== 'string') return invalid('missing', ['outcome'], 'Field required', null)
  const word = outcome.trim().toUpperCase()
  return outcomes.includes(word)
    ? word
    : invalid('value_error', ['outcome'], `must be one of: ${outcomes.join(', ')}`, word)
}

interface Testcase {
  readonly name: string
  readonly ref_url?: string | null
}

function testcaseOf({ testcase }: Body): Testcase | Invalid {
  if (testcase === undefined) return invalid('missing', ['testcase'], 'Field required', null)
  if (typeof testcase === 'string' && testcase !== '') return { name: testcase }
  const { name, ref_url: address } = membersOf(testcase)
  if (typeof name !== 'string' || name === '')
    return invalid('value_error', ['testcase'], 'testcase name must be non-empty', testcase)
  return { name, ...(typeof address === 'string' && { ref_url: address }) }
}

function timeOf({ submit_time: time }: Body, now: string): string | Invalid {
  if (time === undefined || time === null) return now
  if (typeof time === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{1,6}Z?$/.test(time))
    return time.replace('Z', '').replace(/\.0+$/, '')
  const expected = 'Expected timestamp in milliseconds or datetime (in format YYYY-MM-DDTHH:MM:SS.ffffff)'
  return invalid(
    'value_error',
    ['submit_time'],
    `${expected}, got ${JSON.stringify(time).replaceAll('"', "'")}`,
    time,
  )
}

function groupOf({ groups }: ResultsState, posted: unknown): string {
  const {
    uuid,
    description,
    ref_url: address,
  } = typeof posted === 'string' ? { uuid: posted } : membersOf(posted)
  const id = typeof uuid === 'string' ? uuid : crypto.randomUUID()
  const group = groups.get(id) ?? { uuid: id, description: null, refUrl: null }
  if (typeof description === 'string') group.description = description
  if (typeof address === 'string') group.refUrl = address
  groups.set(id, group)
  return id
}

function valuesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).map(String)
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function membersOf(value: unknown): Body {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}

function isInvalid(value: string | Testcase | Invalid): value is Invalid {
  return typeof value === 'object' && 'msg' in value
}

function pythonList(words: readonly string[]): string {
  return `[${words.map((word) => `'${word}'`).join(', ')}]`
}
