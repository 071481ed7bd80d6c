import { markup, type Markup } from '../../report/html/markup.ts'
import { nameOfRun, nightPath } from './paths.ts'

/** The name of a night, which leads to its page. */
export function nightLink(run: string): Markup {
  return markup`<a href="${nightPath(run)}">${nameOfRun(run)}</a>`
}
