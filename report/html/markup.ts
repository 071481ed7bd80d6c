import { html as template } from 'hono/html'
import { safeLine } from '../../compose/safe-line.ts'

/** HTML in which every outside text is cleaned and escaped. */
export type Markup = Exclude<ReturnType<typeof template>, Promise<unknown>>

/** What stands between the pieces of a template. */
type Value = string | number | Markup | readonly Markup[]

/** A longer text is cut: nothing of a report needs more in one piece. */
const longestText = 600

/** A template of HTML: each text in it becomes one clean line, and is escaped. */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  const whole = template(strings, ...values.map(cleaned))
  if (whole instanceof Promise) throw new TypeError('a value of the template is a promise')
  return whole
}

/** Nothing where a part of a page has nothing to say. */
export const nothing: Markup = markup``

/** The link to a page; the words and the address as text where that is not one of the web. */
export function link(url: string, words: string = url): Markup {
  if (isOfTheWeb(url)) return markup`<a href="${url}">${words}</a>`
  return words === url ? markup`${url}` : markup`${words} (${url})`
}

/** Whether an address is that of a page, whatever else it has. */
export function isOfTheWeb(url: string): boolean {
  return /^https?:\/\/[^\s"'<>\\^`{|}\p{C}]{1,500}$/u.test(url) && URL.canParse(url)
}

/** Code points that are no characters: HTML must not have them. */
const noCharacters = /\p{Noncharacter_Code_Point}/gu

/** Markup is an object at run time, so only outside text is a string. */
function cleaned(value: Value): Value {
  return typeof value === 'string'
    ? safeLine(value.slice(0, 4 * longestText).replaceAll(noCharacters, ' '), longestText)
    : value
}
