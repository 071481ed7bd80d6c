/** The URL of Koji's web pages. A hub at `…/kojihub` has them at `…/koji`. */
export function kojiWeb(hub: string): string {
  return hub.replace(/\/kojihub$/, '/koji')
}
