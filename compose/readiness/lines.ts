/** Cuts text that arrives in pieces into lines; what follows the last newline stays in `rest`. */
export interface LineCutter {
  push(chunk: string): void
  readonly rest: string
}

/** Hands each line to `take` as soon as its newline has come; `rest` grows without bound if none comes. */
export function cutLines(take: (line: string) => void): LineCutter {
  let rest = ''
  return {
    push(chunk) {
      const text = rest + chunk
      let start = 0
      for (let stop = text.indexOf('\n'); stop >= 0; stop = text.indexOf('\n', start)) {
        take(text.slice(start, stop))
        start = stop + 1
      }
      rest = text.slice(start)
    },
    get rest() {
      return rest
    },
  }
}
