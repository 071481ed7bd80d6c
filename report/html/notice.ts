import type { Notice } from '../text/notice.ts'
import { dot, joined } from './joined.ts'
import { link, markup, nothing } from './markup.ts'

/** A notice as HTML, of the few elements that rooms show. */
export function noticeHtml({ headline, about, amends, changes, links }: Notice): string {
  const amended = amends === '' ? nothing : markup`<p>${amends}</p>`
  const items = changes.map((change) => markup`<li>${change}</li>`)
  const list = items.length === 0 ? nothing : markup`<ul>${items}</ul>`
  const pages = links.map(({ words, url }) => link(url, words))
  const places = pages.length === 0 ? nothing : markup`<p>${joined(pages, dot)}</p>`
  return markup`<p><strong>${headline}</strong><br>${about}</p>${amended}${list}${places}`.toString()
}
