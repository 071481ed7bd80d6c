/**
 * A night tells its details what a look heard, by a signal to its own run, which costs history. So it has
 * tokens: four at first, and one more each `everyMs`, never more than four.
 */
export interface Tokens {
  /** ISO: when all four are there again. */
  readonly fullAt: string
  /** ISO: before then none is spent. */
  readonly notBefore: string
  readonly everyMs: number
  /** At least this long from one to the next. */
  readonly gapMs: number
}

/** How many tokens there are at most. */
const most = 4

/** Whether a token can be spent so that some are left. */
export function maySpend({ fullAt, notBefore, everyMs }: Tokens, now: number, left = 0): boolean {
  return now >= Date.parse(notBefore) && Date.parse(fullAt) - now <= (most - 1 - left) * everyMs
}

/** What there is after one was spent. */
export function spent({ fullAt, everyMs, gapMs }: Tokens, now: number): Tokens {
  return {
    fullAt: new Date(Math.max(Date.parse(fullAt), now) + everyMs).toISOString(),
    notBefore: new Date(now + gapMs).toISOString(),
    everyMs,
    gapMs,
  }
}
