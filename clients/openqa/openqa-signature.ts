import { createHmac } from 'node:crypto'

/** An API key of openQA. With `user` it is a personal access token, unsigned (https or localhost only). */
export interface OpenQaKey {
  readonly key: string
  readonly secret: string
  readonly user?: string
}

/**
 * The headers that authenticate one request. openQA hashes path and query in the encoding of
 * `URLSearchParams`. Method, host and body are not signed. It refuses a time more than 300 s old.
 * @param target path and query as sent, a base path included
 * @param atMs this machine's time, ms since the epoch
 */
export function authorization(
  { key, secret, user }: OpenQaKey,
  target: string,
  atMs: number,
): Record<string, string> {
  if (user !== undefined) {
    return { Authorization: `Basic ${Buffer.from(`${user}:${key}:${secret}`).toString('base64')}` }
  }
  const time = (atMs / 1000).toFixed(3)
  const hash = createHmac('sha1', secret).update(`${target}${time}`).digest('hex')
  return { 'X-API-Key': key, 'X-API-Microtime': time, 'X-API-Hash': hash }
}
