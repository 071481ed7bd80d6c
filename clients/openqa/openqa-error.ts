import { excerpt } from '../http.ts'
import { jsonIfAny } from '../json.ts'

/**
 * The message of an error answer, on one line. openQA sends errors as JSON with `error`, as JSON without
 * (`{"error_status":404}`) or as plain text with an HTML type. A proxy sends a whole HTML page.
 */
export function said(text: string): string {
  return excerpt(jsonError(text) ?? title(text) ?? text.replaceAll(/<[^>]*>/g, ' '), 300) || 'no reason given'
}

function jsonError(text: string): string | null {
  const value = jsonIfAny(text)
  if (value === undefined) return null
  if (typeof value !== 'object' || value === null || !('error' in value)) return ''
  return typeof value.error === 'string' ? value.error : JSON.stringify(value.error)
}

function title(text: string): string | null {
  return /<title[^>]*>([^<]+)<\/title>/i.exec(text)?.[1] ?? null
}
