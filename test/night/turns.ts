/** Starts to act on every item in order, at most `width` at a time; returns a promise for each result. */
export function startInTurns<Item, Result>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<Result>,
): ReadonlyMap<Item, Promise<Result>> {
  const queue = items.map((item) => ({ item, ...Promise.withResolvers<Result>() }))
  // Whoever asks for an outcome hears of its failure then.
  for (const { promise } of queue) promise.catch(() => {})
  const waiting = queue.values()
  const lane = async () => {
    for (const { item, resolve, reject } of waiting) await act(item).then(resolve, reject)
  }
  for (let nth = 0; nth < width; nth++) void lane()
  return new Map(queue.map(({ item, promise }) => [item, promise]))
}
