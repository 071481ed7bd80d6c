import { hidePath } from './hide-path.ts'

type Hide = (text: string) => string

/** Whether a key of the configuration may have a secret. */
export function isSecretKey(key: string): boolean {
  return /key|secret|pass|token/i.test(key)
}

/** A key as it may be told: below `webhook` a URL may be in the place of one. */
export function toldKey([table]: readonly PropertyKey[], key: string): string {
  return table === 'webhook' ? hidePath(key) : key
}

/**
 * A value of the configuration as it may be told. A mistake may have any shape: the value of a key such as
 * `token` is hidden at any depth, and every text below `webhook` loses the path of a URL.
 */
export function withoutSecrets(value: unknown, path: readonly PropertyKey[]): unknown {
  const isSecret = path.some((key) => typeof key === 'string' && isSecretKey(key))
  if (isSecret) return toldOf(value, hideAll)
  return toldOf(value, path[0] === 'webhook' ? hidePath : (text) => text)
}

function toldOf(value: unknown, hide: Hide): unknown {
  if (typeof value === 'string') return hide(value)
  if (typeof value === 'number') return hide === hideAll ? hide(String(value)) : value
  if (Array.isArray(value)) return value.map((each) => toldOf(each, hide))
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  const entries = Object.entries(value)
  return Object.fromEntries(
    entries.map(([key, each]) => [hide(key), toldOf(each, isSecretKey(key) ? hideAll : hide)]),
  )
}

function hideAll(text: string): string {
  return text === '' ? '' : '…'
}
