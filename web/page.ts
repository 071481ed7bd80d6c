import type { Markup } from '../report/html/markup.ts'

/** One page, in every form that it is asked for. */
export interface WebPage {
  /** Without the name of the site. */
  readonly title: string
  readonly body: Markup
  /** Where the address is a page's, but names what the archive does not know. */
  readonly status?: 404
  /** The path of the feed with the same; left out where there is none. */
  readonly feed?: string
  /**
   * What the page says, for programs. A page is new where this is: its ETag is the hash of it, so it has no
   * time of day.
   */
  readonly json: PageJson
}

/** The JSON of a page; `schema` is its name and number. */
export interface PageJson {
  readonly schema: string
  readonly [name: string]: unknown
}
