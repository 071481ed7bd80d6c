const longest = 120

/**
 * Prepares outside text for an error message. The result is in quotes, on one line and not too long, and has
 * its control characters escaped.
 */
export function quoted(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text)
}
