const longest = 120

/**
 * Outside text for an error message: in quotes, on one line, its control characters escaped, its end cut off.
 */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)
}
