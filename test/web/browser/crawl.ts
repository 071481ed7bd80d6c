import { pageOf, type Element } from '../../report/html/page.ts'

/** What the server answered at a path. */
export interface Answered {
  readonly path: string
  readonly status: number
  readonly type: string
  readonly text: string
  /** Its elements; none of what is not HTML. */
  readonly elements: readonly Element[]
  /** The page that leads to it. */
  readonly from: string
}

/** A site that has more than this has links without end. */
const most = 4_000
const atOnce = 4

/** Follows every link of a site from its first page; answers what is at each path. */
export async function crawl(site: string): Promise<readonly Answered[]> {
  const answers = new Map<string, Answered>()
  const seen = new Set(['/'])
  let next: readonly { readonly path: string; readonly from: string }[] = [{ path: '/', from: '' }]
  while (next.length > 0) {
    if (seen.size > most) throw new Error(`the site has more than ${most} addresses: ${next[0]?.path}`)
    const batch = await Promise.all(next.slice(0, atOnce).map(({ path, from }) => answerOf(site, path, from)))
    const found = batch.flatMap((answer) =>
      [...new Set(addressesOf(answer, site).flatMap((url) => innerPath(url, site)))]
        .filter((path) => !seen.has(path))
        .map((path) => ({ path, from: answer.path })),
    )
    for (const answer of batch) answers.set(answer.path, answer)
    const fresh = found.filter(({ path }, nth) => found.findIndex((other) => other.path === path) === nth)
    for (const { path } of fresh) seen.add(path)
    next = [...next.slice(atOnce), ...fresh]
  }
  return [...answers.values()]
}

/** All that a page leads to or loads, as absolute URLs where they can be read. */
export function addressesOf({ elements, path }: Answered, site: string): readonly string[] {
  return elements
    .flatMap(({ attributes }) => ['href', 'src', 'action'].map((name) => attributes[name]))
    .filter((address) => address !== undefined)
    .map((address) => URL.parse(address, `${site}${path}`)?.href ?? address)
}

/** The path of a URL of the site, without its fragment; none of another site. */
function innerPath(url: string, site: string): readonly string[] {
  return url.startsWith(`${site}/`) ? [url.slice(site.length).replace(/#.*/, '')] : []
}

async function answerOf(site: string, path: string, from: string): Promise<Answered> {
  const response = await fetch(`${site}${path}`, { redirect: 'manual' })
  const text = await response.text()
  const type = response.headers.get('Content-Type') ?? ''
  const elements = type.startsWith('text/html') ? pageOf(text).elements : []
  return { path, status: response.status, type, text, elements, from }
}
