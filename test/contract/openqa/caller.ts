import { authorization, type OpenQaKey } from '../../../clients/openqa/openqa-signature.ts'

/** A server that the contract is held against. */
export interface ContractServer {
  readonly url: string
  readonly key: string
  readonly secret: string
  /** Whose key it is. */
  readonly user: string
}

/** An answer, its JSON read where it is JSON. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: unknown
  readonly link: string | null
}

/** Names and values; as pairs where a name comes twice. */
export type Parameters = Readonly<Record<string, string>> | readonly (readonly [string, string])[]

/** What is sent beside the path: headers of one's own instead of a signature, and a body. */
export interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** Says to a server what the client does not say: odd parameters, bad signatures. */
export interface Caller {
  /** Reads without a key. */
  get(path: string, query?: Parameters): Promise<Answer>
  /** Acts with the key, the parameters in the body. */
  act(path: string, form?: Parameters, method?: string): Promise<Answer>
  /** Sends exactly this path and query. */
  send(target: string, sent?: Sent): Promise<Answer>
  /** Headers that sign a path and query, as they are or as they should be. */
  sign(target: string, key?: Partial<OpenQaKey>, atMs?: number): Record<string, string>
}

const form = 'application/x-www-form-urlencoded'

/** A caller for a server. */
export function callerOf(server: ContractServer): Caller {
  const sign: Caller['sign'] = (target, key = {}, atMs = Date.now()) =>
    authorization({ key: server.key, secret: server.secret, ...key }, target, atMs)

  const send: Caller['send'] = async (target, { method = 'GET', headers = {}, body } = {}) => {
    const response = await fetch(`${server.url}${target}`, {
      method,
      headers: { Accept: 'application/json', ...headers },
      ...(body !== undefined && { body }),
    })
    return {
      status: response.status,
      type: response.headers.get('content-type')?.split(';')[0] ?? '',
      body: parsed(await response.text()),
      link: response.headers.get('link'),
    }
  }

  return {
    sign,
    send,
    get: (path, query = []) => send(`/api/v1${path}${queryOf(query)}`),
    act: (path, parameters = [], method = 'POST') => {
      const target = `/api/v1${path}`
      const headers = { ...sign(target), 'Content-Type': form }
      return send(target, { method, headers, body: textOf(parameters) })
    },
  }
}

function queryOf(parameters: Parameters): string {
  const text = textOf(parameters)
  return text === '' ? '' : `?${text}`
}

function textOf(parameters: Parameters): string {
  const search = new URLSearchParams()
  const pairs = isPairs(parameters) ? parameters : Object.entries(parameters)
  for (const [name, value] of pairs) search.append(name, value)
  return search.toString()
}

function isPairs(parameters: Parameters): parameters is readonly (readonly [string, string])[] {
  return Array.isArray(parameters)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
