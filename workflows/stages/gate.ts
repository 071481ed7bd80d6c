/** Lets acts through, in the order in which they came. */
export type Gate = <Result>(act: () => Promise<Result>) => Promise<Result>

/** A gate that lets at most `width` acts run at a time. */
export function gate(width: number): Gate {
  const waiting: (() => void)[] = []
  let running = 0
  return async (act) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await act()
    } finally {
      const next = waiting.shift()
      if (next === undefined) running--
      else next()
    }
  }
}
