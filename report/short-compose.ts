/** The product and the version of a compose id, which the title of a report says. */
const line = /^(?:[A-Z][A-Za-z0-9]*-)+?(?:\d[\d.]*|[Rr]awhide|eln|ELN)-/

/** A compose id without what the title of a report says: `20261124.n.0`. */
export function shortCompose(id: string): string {
  return id.replace(line, '')
}

/** The short form beside another compose, unless the two are of different releases. */
export function shortBeside(id: string, other: string): string {
  return lineOf(id) === lineOf(other) ? shortCompose(id) : id
}

function lineOf(id: string): string | undefined {
  return line.exec(id)?.[0]
}
