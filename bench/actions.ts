/**
 * The actions of all nights so far by Temporal's own count, which is that of Temporal Cloud's bill
 * (https://docs.temporal.io/cloud/actions): from the metrics of a server, by what they are.
 */
export async function actionsOf({
  metrics,
}: {
  readonly metrics: string
}): Promise<ReadonlyMap<string, number>> {
  const text = await (await fetch(metrics)).text()
  const counts = new Map<string, number>()
  for (const [, labels = '', count] of text.matchAll(/^action\{([^}]*)\} (\S+)$/gm)) {
    const [, what = ''] = /action_type="([^"]*)"/.exec(labels) ?? []
    if (labels.includes('namespace="default"')) counts.set(what, (counts.get(what) ?? 0) + Number(count))
  }
  return counts
}

/** All of them together. */
export function sumOf(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0)
}
