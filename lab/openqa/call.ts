import type { LabKey } from './auth.ts'
import type { OpenQaState } from './state.ts'
import type { TemplateSet } from './products/templates.ts'
import type { Workers } from './jobs/workers.ts'

/** The lab's openQA, as those see it who answer calls. */
export interface OpenQaLab {
  readonly state: OpenQaState
  readonly templates: TemplateSet
  readonly workers: Workers
  readonly key: LabKey
  /** Ends of host names that files may be fetched from. */
  readonly downloadHosts: readonly string[]
  /** The wall's time now. */
  date(): Date
}

/** One request, read whole. */
export interface Call {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: URLSearchParams
  /** The query and, of a form, the body: openQA does not mind where a parameter comes from. */
  readonly params: URLSearchParams
  /** Where the lab is reached: `http://127.0.0.1:4711`. */
  readonly origin: string
}

/** One answer. */
export interface Reply {
  readonly status: number
  readonly type: 'application/json;charset=UTF-8' | 'text/html;charset=UTF-8'
  readonly body: string
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer in JSON. */
export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status: 200, type: 'application/json;charset=UTF-8', body: JSON.stringify(value), headers }
}

/** An error as openQA writes most of them: JSON with its status inside; some say no more than that. */
export function jsonError(status: number, error: string | null, more: object = {}): Reply {
  const value = { ...more, ...(error !== null && { error }), error_status: status }
  return { status, type: 'application/json;charset=UTF-8', body: JSON.stringify(value) }
}

/** Text under the type of a page, as openQA writes some of its errors. */
export function html(status: number, body: string): Reply {
  return { status, type: 'text/html;charset=UTF-8', body }
}
