import type { StageAnswer } from '../details/last-answer.ts'

/** What several waits of one stage heard last: equal answers are told once. */
export interface WaitBoard {
  readonly heard: (of: string, answer: Pick<StageAnswer, 'said' | 'unansweredSince'>) => void
  /** The wait is over. */
  readonly over: (of: string) => void
}

interface Line {
  readonly said: string
  /** ISO: since when it says so without an answer; null where there was one. */
  readonly since: string | null
}

/** A board that shows what all its waits heard whenever that changes. */
export function waitBoard(show: (said: string) => void): WaitBoard {
  const lines = new Map<string, Line>()
  return {
    heard(of, { said: whole, unansweredSince: since }) {
      const said = withoutAddress(whole)
      const before = lines.get(of)
      const isSame = before?.said === said && before.since !== null && since !== null
      lines.set(of, isSame ? before : { said, since })
      show(folded(lines))
    },
    over(of) {
      if (lines.delete(of) && lines.size > 0) show(folded(lines))
    },
  }
}

/** What an outage is in the words of every wait: without the address that each of them asks. */
function withoutAddress(said: string): string {
  return said.replace(/^(\w+): https?:\/\/\S+ /, '$1 ').replaceAll(/(https?:\/\/[^\s?]+)\?\S*/g, '$1')
}

/** `openQA answered 503, since 05:47; 6 posts wait`, with one such sentence for each different answer. */
function folded(lines: ReadonlyMap<string, Line>): string {
  const groups = new Map<string, { since: string | null; of: readonly string[] }>()
  for (const [of, { said, since }] of lines) {
    const group = groups.get(said)
    const first = group?.since ?? since
    groups.set(said, {
      since: first !== null && since !== null && since < first ? since : first,
      of: [...(group?.of ?? []), of],
    })
  }
  return [...groups]
    .map(([said, { since, of }]) => {
      const when = since === null ? '' : `, since ${since.slice(11, 16)}`
      return `${said}${when}; ${of.length === 1 ? `${of[0]} waits` : `${of.length} posts wait`}`
    })
    .join('. ')
}
