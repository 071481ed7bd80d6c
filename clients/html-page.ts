/** More than the head of a page. */
const longest = 4000

/** What a page of HTML says: its title, else its words without the markup. Null for any other text. */
export function pageWords(text: string): string | null {
  if (!/^\s*<(?:!doctype html|html|head|body)\b/i.test(text)) return null
  const start = text.slice(0, longest)
  const title = /<title[^<>]*>([^<]+)<\/title>/i.exec(start)?.[1]
  return title ?? start.replaceAll(/<(script|style)\b.*?<\/\1>|<[^<>]*>/gis, ' ')
}
