import { markup, type Markup } from './markup.ts'
import { listRow, rowMarkup, wideRow, type HtmlRow, type HtmlSection } from './section.ts'

/** For the rows of all sections. With the rest of a page it stays below 500 KB. */
const mostBytes = 400_000

/** The sections with as many rows as a mail may hold, from the first on; the others are counted. */
export function fitted(sections: readonly HtmlSection[], most: number = mostBytes): readonly HtmlSection[] {
  let left = most
  return sections.map((section) => {
    const fitting = section.rows.findIndex((row) => {
      left -= bytesOf(row)
      return left < 0
    })
    return fitting === -1 ? section : cutAfter(section, fitting)
  })
}

function cutAfter(section: HtmlSection, fitting: number): HtmlSection {
  const rest = section.rows.slice(fitting).reduce((sum, { items }) => sum + items, 0)
  const words = markup`… and ${rest} more, on openQA's page of the whole build, and in the JSON`
  return {
    ...section,
    rows: [...section.rows.slice(0, fitting), moreRow(section, words, rest)],
  }
}

function moreRow({ shape }: HtmlSection, words: Markup, rest: number): HtmlRow {
  return shape === 'table' ? wideRow(words, rest) : listRow(words, rest)
}

function bytesOf(row: HtmlRow): number {
  return new TextEncoder().encode(rowMarkup(row).toString()).length
}
