import { ClientFailure, isFailure } from '../failure.ts'
import { askStreamed, excerpt, failureOf, type StreamedAnswer } from '../http.ts'
import { NotNow, retryAfter } from '../not-now.ts'
import { outcomeOf, sameId } from '../unknown-outcome.ts'
import { withoutPath } from './hidden-path.ts'
import { webhookHeaders } from './webhook-signature.ts'

/** Where webhooks go, and how long one may take. */
export interface WebhookPlace {
  /** What failures call it: `webhook qa`. */
  readonly service: string
  readonly url: string
  readonly deadlineMs: number
}

/** One message. Its id and body are the same at each try, so that the receiver knows a repeat. */
export interface WebhookMessage {
  readonly id: string
  readonly body: string
  readonly signal: AbortSignal
}

/** Of an answer only its first words are told. */
const mostAnswer = 16_384

/**
 * Posts a message once; answers what the receiver said. It follows no redirect.
 * @throws ClientFailure `refused` for good; NotNow where it is to be posted again; UnknownOutcome
 */
export async function postWebhook(
  place: WebhookPlace,
  key: Buffer,
  { id, body, signal }: WebhookMessage,
): Promise<string> {
  const timestamp = Math.floor(Date.now() / 1000)
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'application/json, text/plain',
    ...webhookHeaders(key, { id, timestamp, body }),
  }
  const answer = await asked(place, { method: 'POST', headers, body, signal })
  if (answer.status < 200 || answer.status > 299) throw await refusalOf(place, answer)
  await answer.discard()
  return `it answered ${answer.status}`
}

/** An answer after which a report may yet fail: what it said, and what to do. */
export interface DoubtfulAnswer {
  readonly said: string
  readonly todo: string
}

/**
 * Asks whether somebody answers at the place of a webhook, and sends nothing.
 * @throws ClientFailure `refused` for a redirect, as a report would be
 */
export async function probeWebhook(place: WebhookPlace): Promise<string | DoubtfulAnswer> {
  const answer = await asked(place, { method: 'HEAD', redirects: 'refused' })
  await answer.discard()
  const said = `${new URL(place.url).host} answers (${answer.status} to HEAD); nothing was sent`
  const todo = doubtOf(answer.status)
  return todo === null ? said : { said, todo }
}

/** Many a receiver knows no HEAD: it says so in various words, 501 and 404 among them. */
function doubtOf(status: number): string | null {
  if ([401, 403, 410].includes(status))
    return 'it may refuse reports, too: look at the receiver, and at url in the table of the channel'
  return status >= 500 && status !== 501 ? 'it may fail for reports, too: look at the receiver' : null
}

async function asked(
  { service, url, deadlineMs }: WebhookPlace,
  request: Pick<Parameters<typeof askStreamed>[0], 'method' | 'headers' | 'body' | 'redirects' | 'signal'>,
): Promise<StreamedAnswer> {
  try {
    const allowedHosts = [new URL(url).host]
    return await askStreamed({ service, url, deadlineMs, maxBytes: mostAnswer, allowedHosts, ...request })
  } catch (thrown) {
    const failure = hidden(thrown, url)
    throw request.method === 'POST' ? outcomeOf(failure, sameId) : failure
  }
}

function hidden(thrown: unknown, url: string): unknown {
  if (!(thrown instanceof ClientFailure)) return thrown
  const { kind, service, message, cause } = thrown
  return new ClientFailure(kind, service, withoutPath(message.replace(`${service}: `, ''), url), { cause })
}

/** 408, 425, 429 and 5xx pass. Every other answer is for good: 410 is a receiver's word for "never again". */
async function refusalOf({ service, url }: WebhookPlace, answer: StreamedAnswer): Promise<ClientFailure> {
  const { status } = answer
  const said = excerpt(withoutPath(await firstWords(answer), url))
  const words = `it answered ${status} (${said || 'nothing'})`
  if (failureOf(status) === 'unreachable' || status === 425)
    return new NotNow(service, words, retryAfter(answer.header('retry-after'), Date.now()))
  return new ClientFailure('refused', service, `${words}; correct the receiver, or its table`)
}

async function firstWords(answer: StreamedAnswer): Promise<string> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of answer.body()) chunks.push(chunk)
  } catch (thrown) {
    // The status says enough.
    if (!isFailure(thrown, 'garbled') && !isFailure(thrown, 'unreachable')) throw thrown
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}
