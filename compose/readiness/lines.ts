/** Cuts text that arrives in pieces into lines. `rest` is the text after the last newline. */
export interface LineCutter {
  push(chunk: string): void
  readonly rest: string
}

/** Calls `take` with each line as soon as its newline arrives. Until then, `rest` grows without a limit. */
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
