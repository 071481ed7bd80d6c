import type { LabKey } from './auth.ts'
import type { OpenQaState } from './state.ts'
import type { TemplateSet } from './products/templates.ts'
import type { Workers } from './jobs/workers.ts'

/** The lab's openQA, for the functions that answer calls. */
export interface OpenQaLab {
  readonly state: OpenQaState
  readonly templates: (build: string) => TemplateSet
  readonly workers: Workers
  readonly key: LabKey
  /** Suffixes of host names from which openQA may download files. */
  readonly downloadHosts: readonly string[]
  /** The current date. */
  date(): Date
}

/** One complete request. */
export interface Call {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The parameters of the query and of a form: openQA treats both alike. */
  readonly params: URLSearchParams
  /** The lab's address: `http://127.0.0.1:4711`. */
  readonly origin: string
}

/** One answer. */
export interface Reply {
  readonly status: number
  readonly type: `${'application/json' | 'text/html' | 'text/plain'};charset=UTF-8`
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer in JSON. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, type: 'application/json;charset=UTF-8', body: JSON.stringify(value), headers }
}

/** An error as openQA writes most of them: JSON with the status inside, sometimes without a text. */
export function jsonError(status: number, error: string | null, more: object = {}): Reply {
  const value = { ...more, ...(error !== null && { error }), error_status: status }
  return { status, type: 'application/json;charset=UTF-8', body: JSON.stringify(value) }
}

/** Text with the type of a web page, as openQA writes some errors. */
export function html(status: number, body: string): Reply {
  return { status, type: 'text/html;charset=UTF-8', body }
}
