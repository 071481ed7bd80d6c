import { createHmac } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The only API key of the lab's openQA, an administrator's. */
export interface LabKey {
  readonly user: string
  readonly key: string
  readonly secret: string
}

/**
 * Why openQA refuses a request; null if it does not. It checks the signature of path and query in its own
 * encoding, and a time, which may be up to 300 s old or in the future.
 */
export function refusalOf(
  { user, key, secret }: LabKey,
  target: string,
  headers: IncomingHttpHeaders,
): string | null {
  const basic = /^Basic (.+)$/.exec(headers.authorization ?? '')?.[1]
  if (basic !== undefined) {
    const token = Buffer.from(basic, 'base64').toString()
    return token === `${user}:${key}:${secret}` ? null : 'invalid personal access token'
  }
  const claimed = headers['x-api-key']
  if (claimed === undefined) return 'no api key'
  if (claimed !== key) return 'Not authorized'
  const time = String(headers['x-api-microtime'] ?? '')
  if (Date.now() / 1000 - Number(time) > 300) return 'timestamp mismatch'
  const hash = createHmac('sha1', secret)
    .update(`${normalised(target)}${time}`)
    .digest('hex')
  return hash === headers['x-api-hash'] ? null : 'unknown error (wrong secret?)'
}

/** Path and query in openQA's encoding: `%20` becomes `+`, `~` and `:` are encoded, hex is upper case. */
function normalised(target: string): string {
  const [path = '', query] = target.split(/\?(.*)/s)
  return query ? `${path}?${new URLSearchParams(query).toString()}` : path
}
