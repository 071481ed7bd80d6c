/**
 * Parses a URL that can mean only one thing. It has no credentials, query, fragment or encoded characters,
 * and no `.` or `..` in its path. Null for any other text.
 */
export function readPlainUrl(text: string): URL | null {
  const url = /^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._/-]{0,300}$/.test(text) ? URL.parse(text) : null
  return url && !text.split('/').some((segment) => segment === '..' || segment === '.') ? url : null
}

/**
 * The path of a URL below a base, without slashes at its ends and without double ones. The scheme does not
 * matter. Null if the URL is not below the base.
 */
export function pathBelow(base: string, url: URL): string | null {
  const top = new URL(base)
  const segments = url.pathname.split('/').filter((segment) => segment !== '')
  const path = `/${segments.join('/')}`
  const below = `${top.pathname.replace(/\/+$/, '')}/`
  return url.host === top.host && path.startsWith(below) ? path.slice(below.length) : null
}
