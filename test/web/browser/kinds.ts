import type { Answered } from './crawl.ts'

const places = ['test', 'image', 'compose', 'composes', 'compare', 'bugs', 'trends']

/** Pages of one kind have the same parts: nights, tests, composes. */
function kindOf(path: string): string {
  const [first = '', ...rest] = path.split('?')[0]?.slice(1).split('/') ?? []
  if (first === '') return 'first'
  if (places.includes(first)) return rest.length === 0 ? first : `${first}-of`
  if (rest.at(-1)?.startsWith('edition-')) return 'edition'
  return rest.length === 0 ? 'stream' : 'night'
}

/** The HTML pages of a crawl by their kind, at most so many of each, from the whole of them. */
export function sampled(
  answers: readonly Answered[],
  most: number,
): ReadonlyMap<string, readonly Answered[]> {
  const pages = answers.filter(({ type }) => type.startsWith('text/html'))
  const kinds = Map.groupBy(pages, ({ path }) => kindOf(path))
  return new Map([...kinds].map(([kind, some]) => [kind, spread(some, most)]))
}

/** So many of a list, evenly from its first to its last. */
function spread<Value>(values: readonly Value[], most: number): readonly Value[] {
  if (values.length <= most || most < 2) return values.slice(0, most)
  const step = (values.length - 1) / (most - 1)
  const chosen = new Set(Array.from({ length: most }, (_, nth) => Math.round(nth * step)))
  return values.filter((_, nth) => chosen.has(nth))
}
