import { safeLine } from './safe-line.ts'

const longest = 120

/** More than the head of a page. */
const longestPage = 4000

/**
 * Prepares outside text for an error message. The result is in quotes, on one line and not too long, and has
 * its control characters escaped. A page of HTML is named by what it says.
 */
export function quoted(text: string): string {
  return pageNamed(text) ?? JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)
}

/** A page of HTML by its title, else by its words without the markup. Null for any other text. */
export function pageNamed(text: string): string | null {
  if (!/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return null
  const start = text.slice(0, longestPage)
  const title = /<title[^<>]*>([^<]+)<\/title>/i.exec(start)?.[1]
  const words = title ?? start.replaceAll(/<(script|style)\b.*?<\/\1>|<[^<>]*>/gis, ' ')
  return `an HTML page: ${safeLine(words, longest) || 'without words'}`
}
