/** Keeps what was made for a while, so that many readers of one page cost one. */
export interface Shelf<Value> {
  /** What is kept under a key, or what `make` makes of it. What fails is not kept. */
  take(key: string, make: () => Promise<Value>): Promise<Value>
}

interface Kept<Value> {
  readonly until: number
  readonly value: Promise<Value>
}

/** A page is made anew after 20 s, and a reader may keep it for 30 s: together less than a minute. */
export const shelfOfSite = { ms: 20_000, most: 300 }
export const readerSeconds = 30

/** A shelf that keeps each value for some ms, and at most so many of them. */
export function shelf<Value>({ ms, most }: { readonly ms: number; readonly most: number }): Shelf<Value> {
  const kept = new Map<string, Kept<Value>>()
  return {
    async take(key, make) {
      const there = kept.get(key)
      if (there !== undefined && performance.now() < there.until) return there.value
      kept.delete(key)
      const value = make()
      kept.set(key, { until: performance.now() + ms, value })
      const [oldest] = kept.keys()
      if (kept.size > most && oldest !== undefined) kept.delete(oldest)
      try {
        return await value
      } catch (error) {
        if (kept.get(key)?.value === value) kept.delete(key)
        throw error
      }
    },
  }
}
