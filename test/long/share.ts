const dayMs = 86_400_000

/** Into how many shares the long tests are divided, of which one is played: 1 for all of them. */
export function sharesOf(environment: NodeJS.ProcessEnv = process.env): number {
  return Number(environment['NIGHTJAR_LONG_SHARE'] ?? 1)
}

/**
 * The cells to play: all, or with `NIGHTJAR_LONG_SHARE=3` a third of them, another third each day. CI has
 * half an hour, and a release is played whole.
 */
export function shareOf<Cell>(cells: readonly Cell[], environment: NodeJS.ProcessEnv = process.env): Cell[] {
  // Of few cells each day has one.
  const shares = Math.min(sharesOf(environment), cells.length)
  const today = Math.floor(Date.now() / dayMs) % shares
  const share = cells.filter((_, nth) => nth % shares === today)
  if (shares > 1) console.log(`${share.length} of ${cells.length} cells: share ${today + 1} of ${shares}`)
  return share
}
