/** A compose id without what the title of a report says: `20261124.n.0`. */
export function shortCompose(id: string): string {
  return id.replace(/^Fedora-[^-]+-/, '')
}

/** The short form beside another compose, unless the two are of different releases. */
export function shortBeside(id: string, other: string): string {
  return lineOf(id) === lineOf(other) ? shortCompose(id) : id
}

function lineOf(id: string): string | undefined {
  return /^Fedora-[^-]+-/.exec(id)?.[0]
}
