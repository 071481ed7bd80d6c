/** What a stage heard. */
export interface StageAnswer {
  readonly said: string
  /** ISO: when. */
  readonly at: string
  /** ISO: since when no look had an answer; null if this one had. */
  readonly unansweredSince: string | null
  /** `9 of 10 nights had this by 06:40`; null while the stage is not late, or nobody can tell. */
  readonly late: string | null
}

/** An answer in words; where there is none, the last one that there was is told, too. */
export function answerInWords({ said, unansweredSince }: StageAnswer, before: StageAnswer | null): string {
  if (unansweredSince === null) return said
  const last = before === null ? '' : `; the last answer, at ${clock(before.at)}: ${before.said}`
  return `${said}, since ${clock(unansweredSince)}${last}`
}

function clock(iso: string): string {
  return iso.slice(11, 16)
}
