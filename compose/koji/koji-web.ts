/** Koji's pages for people: a hub at `…/kojihub` has them at `…/koji`. */
export function kojiWeb(hub: string): string {
  return hub.replace(/\/kojihub$/, '/koji')
}
