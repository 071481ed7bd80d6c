import { html, type Reply } from '../openqa/call.ts'
import { create } from './create.ts'
import { select } from './select.ts'
import { groupJson, resultJson, testcaseJson, type ResultsState } from './stored.ts'

/** A request to the API. */
export interface ApiCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  /** The query as it was sent, from its `?` on; empty without one. */
  readonly search: string
  readonly body: string
  /** Of the body. */
  readonly type: string
  readonly origin: string
}

const api = '/api/v2.0'

/** Answers a request as ResultsDB 2.2.0 does. */
export function answer(state: ResultsState, call: ApiCall): Reply {
  const [, room = '', name] = /^\/api\/v2\.0\/(results|groups|testcases)(?:\/(.+))?$/.exec(call.path) ?? []
  const base = `${call.origin}${api}`
  if (room === 'results' && name === undefined)
    return call.method === 'POST' ? post(state, base, call) : list(state, base, call)
  if (call.method !== 'GET' || name === undefined) return message(404, 'Not found')
  return one(state, base, { room, name: decodeURIComponent(name) })
}

function post(state: ResultsState, base: string, { body, type }: ApiCall): Reply {
  if (!type.startsWith('application/json')) return html(415, '<title>415 Unsupported Media Type</title>')
  const posted = readJson(body)
  if (posted === null) return message(400, 'Bad request')
  const created = create(state, posted, now(state.results.length))
  if ('message' in created) return message(400, created.message)
  if ('wrong' in created) {
    const errors = created.wrong.map((each) => (each.type === 'missing' ? { ...each, input: posted } : each))
    return json(400, { validation_error: errors })
  }
  return json(201, resultJson(state, base, created.result))
}

function list(state: ResultsState, base: string, { path, query, search, origin }: ApiCall): Reply {
  const found = select(state.results, query)
  if ('wrong' in found) return json(400, { validation_error: found.wrong })
  const page = (number: number) => {
    const other = search.replace(/([?&]page=)\d+/, `$1${number}`)
    const more = query.has('page') ? '' : `${search === '' ? '?' : '&'}page=${number}`
    return `${origin}${path}${other}${more}`
  }
  return json(200, {
    data: found.results.map((result) => resultJson(state, base, result)),
    next: found.isLast ? null : page(found.page + 1),
    prev: found.page === 0 ? null : page(found.page - 1),
  })
}

function one(state: ResultsState, base: string, { room, name }: { room: string; name: string }): Reply {
  if (room === 'results') {
    const result = state.results.find(({ id }) => String(id) === name)
    return result ? json(200, resultJson(state, base, result)) : message(404, 'Result not found')
  }
  if (room === 'groups') {
    const group = state.groups.get(name)
    return group ? json(200, groupJson(state, base, group)) : message(404, 'Group not found')
  }
  return state.testcases.has(name)
    ? json(200, testcaseJson(state, base, name))
    : message(404, 'Testcase not found')
}

/** The time of a new result. Microseconds keep the order of results of one millisecond. */
function now(nth: number): string {
  return `${new Date().toISOString().slice(0, -1)}${String(nth % 1000).padStart(3, '0')}`
}

function readJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

function message(status: number, words: string): Reply {
  return json(status, { message: words })
}

function json(status: number, value: unknown): Reply {
  return { status, type: 'application/json;charset=UTF-8', body: JSON.stringify(value) }
}
