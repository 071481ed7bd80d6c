import { ClientFailure } from '../failure.ts'
import { pageWords } from '../html-page.ts'
import { ask, excerpt, failureOf, type HttpAnswer } from '../http.ts'
import { KojiFault } from './koji-fault.ts'
import { asFault, parseAnswer, type MethodFault, type MethodAnswer, type Revive } from './xml-rpc-answer.ts'
import { methodCall, type XmlRpcValue } from './xml-rpc-call.ts'

/** A hub and its limits. Times are milliseconds, sizes bytes; the deadline is for one call. */
export interface KojiOptions {
  /** `https://koji.fedoraproject.org/kojihub` */
  readonly url: string
  /** Allowed hosts; by default only the URL's own. */
  readonly allowedHosts?: readonly string[]
  readonly deadlineMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}

/** Members of a struct, or keyword arguments. */
export type KojiStruct = Readonly<Record<string, XmlRpcValue>>

/** One call inside a multiCall. */
export interface KojiCall {
  readonly method: string
  readonly args?: readonly XmlRpcValue[]
  readonly kwargs?: KojiStruct
}

/** The outcome of one call inside a multiCall. */
export type KojiOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: MethodFault }

/** A Koji hub without authentication. Every value is `unknown`, for a parser. */
export interface Koji {
  /** @throws KojiFault, ClientFailure, or TypeError for an argument that cannot be sent. */
  call(method: string, args?: readonly XmlRpcValue[], kwargs?: KojiStruct): Promise<unknown>
  /**
   * Outcomes in the order of the calls. A fault of one call is its outcome; a fault of the whole multiCall is
   * thrown. `revive` can reduce large values during parsing.
   */
  multiCall(calls: readonly KojiCall[], revive?: Revive): Promise<readonly KojiOutcome[]>
}

/** Calls in a batch. A batch occupies a worker of the hub and fails as a whole. Larger ones save no time. */
const batchSize = 25

/** A client of the hub at `url`. */
export function koji(options: KojiOptions): Koji {
  return {
    call: (method, args = [], kwargs) => invoke(options, method, positional(args, kwargs)),
    async multiCall(calls, revive) {
      const outcomes: KojiOutcome[] = []
      for (let at = 0; at < calls.length; at += batchSize) {
        const batch = calls.slice(at, at + batchSize)
        const value = await invoke(options, 'multiCall', [batch.map(entry)], revive)
        outcomes.push(...outcomesOf(value, batch, options))
      }
      return outcomes
    },
  }
}

async function invoke(
  options: KojiOptions,
  method: string,
  params: readonly XmlRpcValue[],
  revive?: Revive,
): Promise<unknown> {
  const answer = parse(await post(options, method, methodCall(method, params)), method, revive)
  if (answer.kind === 'fault') throw new KojiFault(answer.fault, `${method} at ${options.url}`)
  return answer.value
}

function entry({ method, args = [], kwargs }: KojiCall): KojiStruct {
  return { methodName: method, params: positional(args, kwargs) }
}

/** Koji's convention for keyword arguments: a last struct with a mark. */
function positional(args: readonly XmlRpcValue[], kwargs?: KojiStruct): readonly XmlRpcValue[] {
  return kwargs === undefined ? args : [...args, { ...kwargs, __starstar: true }]
}

async function post(options: KojiOptions, method: string, body: string): Promise<HttpAnswer> {
  const { url, allowedHosts, deadlineMs = 60_000, maxBytes = 64 * 2 ** 20, signal } = options
  const answer = await ask({
    service: 'Koji',
    method: 'POST',
    url,
    body,
    headers: { 'Content-Type': 'text/xml', Accept: 'text/xml' },
    allowedHosts: allowedHosts ?? [new URL(url).host],
    deadlineMs,
    maxBytes,
    ...(signal && { signal }),
  })
  if (answer.url !== new URL(url).href)
    throw refused(`${url} redirects to ${answer.url}; configure that URL if it is right`)
  if (answer.status !== 200) throw unexpected(answer, method)
  return answer
}

/** A hub answers 200 even with a fault. Another status comes from a proxy, or means an unreadable request. */
function unexpected({ url, status, text }: HttpAnswer, method: string): ClientFailure {
  const said = `${url} answered ${method} with status ${status} (${excerpt(text) || 'nothing'}), not 200`
  return failureOf(status) === null ? garbled(said) : refused(`${said}; is the hub's URL right?`)
}

function parse(answer: HttpAnswer, method: string, revive?: Revive): MethodAnswer {
  try {
    return parseAnswer(answer.text, revive)
  } catch (cause) {
    if (pageWords(answer.text) !== null)
      throw garbled(`${answer.url} answered ${method} with ${excerpt(answer.text)}`, cause)
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw garbled(
      `${answer.url} answered ${method} with no readable XML-RPC: ${problem} (${excerpt(answer.text)})`,
      cause,
    )
  }
}

function outcomesOf(
  value: unknown,
  batch: readonly KojiCall[],
  { url }: KojiOptions,
): readonly KojiOutcome[] {
  if (!Array.isArray(value) || value.length !== batch.length) {
    const got = Array.isArray(value) ? `${value.length} outcomes` : 'no list'
    throw garbled(`${url} answered a multiCall of ${batch.length} calls with ${got}`)
  }
  return value.map((item: unknown, index) => {
    if (Array.isArray(item) && item.length === 1) return { ok: true, value: item[0] as unknown }
    const fault = asFault(item)
    if (fault) return { ok: false, fault }
    throw garbled(`${url} answered ${batch[index]?.method} in a multiCall with neither a value nor a fault`)
  })
}

function refused(message: string): ClientFailure {
  return new ClientFailure('refused', 'Koji', message)
}

function garbled(message: string, cause?: unknown): ClientFailure {
  return new ClientFailure('garbled', 'Koji', message, { cause })
}
