import { isOfTheWeb, link, markup, type Markup } from '../../report/html/markup.ts'

/** A bug of Red Hat's Bugzilla, as openQA shortens it, and as people do. */
const ofBugzilla = /^(?:brc|rhbz)#(\d{1,9})$/

/** A bug with its page, where that is known. */
export function bugLink(bug: string): Markup {
  const number = ofBugzilla.exec(bug)?.[1]
  if (number !== undefined) return link(`https://bugzilla.redhat.com/show_bug.cgi?id=${number}`, bug)
  return isOfTheWeb(bug) ? link(bug, bug) : markup`${bug}`
}
