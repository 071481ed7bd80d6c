import type { Notice } from '../text/notice.ts'
import { link, markup, nothing } from './markup.ts'

/** A notice as HTML, of the few elements that rooms and feed readers show. */
export function noticeHtml({ headline, changes, links }: Notice): string {
  const items = changes.map((change) => markup`<li>${change}</li>`)
  const list = items.length === 0 ? nothing : markup`<ul>${items}</ul>`
  const pages = links.map(({ words, url }, nth) => markup`${nth === 0 ? '' : ' · '}${link(url, words)}`)
  return markup`<p><strong>${headline}</strong></p>${list}<p>${pages}</p>`.toString()
}
