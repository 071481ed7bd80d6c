import { excerpt } from '../http.ts'
import { jsonIfAny } from '../json.ts'

/**
 * The message of an error answer, on one line. ResultsDB sends `{"message": …}`, or for a request of the
 * wrong form `{"validation_error": [{"loc": ["outcome"], "msg": …}]}`; a proxy sends an HTML page.
 */
export function said(text: string): string {
  return excerpt(jsonError(text) ?? text, 300) || 'no reason given'
}

function jsonError(text: string): string | null {
  const value = jsonIfAny(text)
  if (typeof value !== 'object' || value === null) return null
  if ('message' in value && typeof value.message === 'string') return value.message
  if (!('validation_error' in value) || !Array.isArray(value.validation_error)) return null
  return value.validation_error.slice(0, 5).map(invalid).join('; ')
}

/** Which member is wrong, and why. */
function invalid(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error)
  const place = 'loc' in error && Array.isArray(error.loc) ? error.loc.join('.') : ''
  return `${place}: ${'msg' in error ? String(error.msg) : 'is wrong'}`
}
