import type { Patience } from './patience.ts'

const green: readonly string[] = ['passed', 'neutral', 'cancelled', 'covered']

/** Whether a night with a verdict stays open for orders, and for jobs that are restarted by hand. */
export function staysOpen(verdict: string, { watch }: Pick<Patience, 'watch'>): boolean {
  return watch.deadlineMs > 0 && !green.includes(verdict)
}
