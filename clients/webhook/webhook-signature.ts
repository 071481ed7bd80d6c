import { createHmac } from 'node:crypto'

/** What is signed: the id, the time and the body of a message. */
export interface SignedMessage {
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** By the specification a key has at least as many bytes, and at most so many. */
const leastBytes = 24
const mostBytes = 64

/** The key in a secret such as `whsec_MfKQ…`; null where it is none. */
export function webhookKey(secret: string): Buffer | null {
  const [, encoded] = /^whsec_([A-Za-z\d+/]+={0,2})$/.exec(secret) ?? []
  if (encoded === undefined) return null
  const key = Buffer.from(encoded, 'base64')
  return key.length >= leastBytes && key.length <= mostBytes ? key : null
}

/** The headers of a message in the form of Standard Webhooks (standardwebhooks.com). */
export function webhookHeaders(
  key: Buffer,
  { id, timestamp, body }: SignedMessage,
): Readonly<Record<string, string>> {
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  }
}
