import { markup, type Markup } from '../../report/html/markup.ts'
import { rounded } from './axes.ts'

/** A part of a whole, from 0 to 1, as a bar. */
export function bar(part: number): Markup {
  return markup`<svg class="bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label="${rounded(100 * part)} %"><rect width="100" height="12" class="ground"/><rect width="${rounded(100 * part)}" height="12" class="area-0"/></svg>`
}
