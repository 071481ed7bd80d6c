/** Shorter parts of a path are words such as `api`, and no secrets. */
const shortestSecret = 6

/** Its host may be none. What a sentence puts behind it is no part of its path. */
const urlWithPath = /(https?:\/\/[^\s/?#\\]+)[/?#\\]\S*?(["'),.;]{0,3})(?=\s|$)/gi

/**
 * The words without the paths of all URLs, and without what a receiver says back of the URL of its webhook,
 * whole or in parts: it often is a secret.
 */
export function withoutPath(words: string, url: string): string {
  const { pathname, search } = new URL(url)
  const parts = `${pathname}${search}`.split(/[/?&=]/).filter((part) => part.length >= shortestSecret)
  const secrets = [`${pathname}${search}`, ...parts].flatMap((part) => [part, decoded(part)])
  const longestFirst = secrets.filter((part) => part.length > 1).toSorted((a, b) => b.length - a.length)
  const withoutUrls = words.replaceAll(urlWithPath, '$1/…$2')
  return longestFirst.reduce((rest, part) => rest.replaceAll(part, '…'), withoutUrls)
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
