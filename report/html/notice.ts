import type { Notice } from '../text/notice.ts'
import { link, markup, nothing } from './markup.ts'

/** A notice as HTML, of the few elements that rooms show. */
export function noticeHtml({ headline, about, amends, changes, links }: Notice): string {
  const amended = amends === '' ? nothing : markup`<p>${amends}</p>`
  const items = changes.map((change) => markup`<li>${change}</li>`)
  const list = items.length === 0 ? nothing : markup`<ul>${items}</ul>`
  const pages = links.map(
    ({ words, url }, nth) => markup`${nth === 0 ? nothing : between}${link(url, words)}`,
  )
  const places = pages.length === 0 ? nothing : markup`<p>${pages}</p>`
  return markup`<p><strong>${headline}</strong><br>${about}</p>${amended}${list}${places}`.toString()
}

/** Between two links. Spaces around a text are cleaned away; those of a template stay. */
const between = markup` · `
