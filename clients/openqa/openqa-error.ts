import { excerpt } from '../http.ts'

/**
 * openQA's own words in an error answer, on one line.
 * Its errors come as JSON with `error`, as JSON without (`{"error_status":404}`), as bare text sent as HTML,
 * and, from a proxy before it, as a whole HTML page.
 */
export function said(text: string): string {
  return excerpt(jsonError(text) ?? title(text) ?? text.replaceAll(/<[^>]*>/g, ' '), 300) || 'no reason given'
}

function jsonError(text: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || !('error' in value)) return ''
  return typeof value.error === 'string' ? value.error : JSON.stringify(value.error)
}

function title(text: string): string | null {
  return /<title[^>]*>([^<]+)<\/title>/i.exec(text)?.[1] ?? null
}
