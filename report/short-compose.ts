/** A compose id without what the title of a report says: `20261124.n.0`. */
export function shortCompose(id: string): string {
  return id.replace(/^Fedora-[^-]+-/, '')
}
