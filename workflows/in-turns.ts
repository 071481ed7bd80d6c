/** Acts on every item, at most `width` at a time. The results keep the items' order. */
export async function inTurns<Item, Result>(
  items: readonly Item[],
  width: number,
  act: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += width) {
    results.push(...(await Promise.all(items.slice(at, at + width).map(act))))
  }
  return results
}
