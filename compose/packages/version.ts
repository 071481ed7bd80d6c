import { byText } from '../by-text.ts'

/**
 * The epoch, version and release of a package as one text: `2:9.1.100-1.fc45`. An epoch of 0 is left out:
 * `5.2.26-3.fc40`.
 */
export type Evr = string

/** Writes epoch, version and release as one text. */
export function formatEvr(epoch: string, version: string, release: string): Evr {
  return `${/^0*$/.test(epoch) ? '' : `${epoch}:`}${version}-${release}`
}

/** Orders epoch, then version, then release, as RPM does. */
export function compareEvr(a: Evr, b: Evr): number {
  const [one, other] = [partsOf(a), partsOf(b)]
  return (
    compareVersions(one.epoch, other.epoch) ||
    compareVersions(one.version, other.version) ||
    compareVersions(one.release, other.release)
  )
}

/** Whether two builds have the same epoch and version, so that only their releases differ. */
export function isSameVersion(a: Evr, b: Evr): boolean {
  const [one, other] = [partsOf(a), partsOf(b)]
  return one.epoch === other.epoch && one.version === other.version
}

/**
 * Orders two versions as RPM's `rpmvercmp` does. Versions are compared part by part: numbers by value, words
 * by their characters, and anything else only separates. A number is newer than a word, and a longer version
 * is newer, but `~` is older than the end and `^` is only just newer than it.
 */
export function compareVersions(a: string, b: string): number {
  const [one, other] = [tokensOf(a), tokensOf(b)]
  const longest = Math.max(one.length, other.length)
  for (let at = 0; at < longest; at++) {
    const order = compareTokens(one[at] ?? '', other[at] ?? '')
    if (order !== 0) return order
  }
  return 0
}

function partsOf(evr: Evr): { epoch: string; version: string; release: string } {
  const colon = evr.indexOf(':')
  const dash = evr.lastIndexOf('-')
  const end = dash > colon ? dash : evr.length
  return {
    epoch: colon === -1 ? '0' : evr.slice(0, colon),
    version: evr.slice(colon + 1, end),
    release: evr.slice(end + 1),
  }
}

function tokensOf(version: string): readonly string[] {
  return version.match(/\d+|[a-z]+|[~^]/gi) ?? []
}

function compareTokens(a: string, b: string): number {
  return rank(a) - rank(b) || (/^\d/.test(a) ? compareNumbers(a, b) : byText(a, b))
}

/** The kinds of tokens from old to new. An empty text is the end of a version. */
function rank(token: string): number {
  if (token === '~') return 0
  if (token === '') return 1
  if (token === '^') return 2
  return /^\d/.test(token) ? 4 : 3
}

/** A number may be longer than JavaScript's numbers are exact. */
function compareNumbers(a: string, b: string): number {
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return one.length - other.length || byText(one, other)
}
