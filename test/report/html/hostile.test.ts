import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderHtml } from '../../../report/html/html.ts'
import { reportSchema } from '../../../report/report-schema.ts'
import { orderNames } from '../../../report/order.ts'
import type { Report } from '../../../report/report.ts'
import { pageOf, type Page } from './page.ts'
import { kinds, reportOn } from './reports.ts'

/** What the program itself writes. */
const own: ReadonlySet<string> = new Set(
  'verdict class standing need mode stream date unknownCause at since until unansweredSince watchedUntil'.split(
    ' ',
  ),
)

/** The names of orders are a list of the program, too; other members have the name `name`. */
function isOrder(value: string): boolean {
  return orderNames.some((name) => name === value)
}

/** A report in which everything that comes from outside says one text. */
function saying(report: Report, text: string): Report {
  const said: unknown = JSON.parse(JSON.stringify(report), (name, value: unknown) =>
    typeof value === 'string' && !own.has(name) && !isOrder(value) ? text : value,
  )
  return reportSchema.parse(said)
}

const tags = 'html head meta title body div p b h1 h2 a br ul li table tbody tr th td small hr code'.split(
  ' ',
)
const attributes =
  'lang charset name content style href align valign width cellpadding cellspacing colspan scope'.split(' ')

/** What a page has that no report writes. */
function strangeIn(html: string): readonly string[] {
  const { mistakes, elements } = pageOf(html)
  const names = elements.flatMap((each) => Object.keys(each.attributes))
  const styles = elements.map((each) => each.attributes['style'] ?? '')
  const links = elements.map((each) => each.attributes['href'] ?? 'https://')
  return [
    ...mistakes,
    ...elements.map(({ tag }) => tag).filter((tag) => !tags.includes(tag)),
    ...names.filter((name) => !attributes.includes(name)),
    ...styles.filter((style) => /[^\w#:;.%\s-]/.test(style)),
    ...links.filter((href) => !/^https?:\/\//.test(href)),
    ...(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u.exec(html) ?? []),
    ...elements.map(({ text }) => text).filter((text) => /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(text)),
    ...(Buffer.byteLength(html) < 500_000 ? [] : ['500 KB']),
  ]
}

const hostile = [
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['the end of an attribute', `" onmouseover="alert(1)" style="background:url(//x.example)" x='`],
  ['the end of the page', '</title></td></table></body></html><!-- '],
  ['an entity', '&lt;b&gt; &#x202e; &amp;amp;'],
  ['a script as an address', 'javascript:alert(1)'],
  ['a script as an address, in disguise', ' \u0001JaVa\tScript:alert(1)//http://x.example'],
  ['data as an address', 'data:text/html,<script>alert(1)</script>'],
  ['an address with the end of an attribute', 'https://x.example/"onmouseover="alert(1)'],
  ['an address without a host', 'https://'],
  ['an address with a right-to-left override', 'https://x.example/\u202Egpj.exe'],
  ['a header', 'a\r\nBcc: x@example.org\r\n\r\n<b>'],
  ['colours of a terminal', '\u001B[31mred\u001B]8;;http://x.example\u0007'],
  ['bidi and zero-width characters', '\u202E\u2066a\u200B\u200D\uFEFF\u2028\u2029'],
  ['half a character', '\uD800x\uDFFF'],
  ['10 MB', '<b>"'.repeat(2_500_000)],
  ['10 MB without a space', 'x'.repeat(10_000_000)],
] as const

const hostileNights =
  'failed amended refused unfinished-tests doomed unobserved fixed accepted acceptance-ended rerun cancelled'.split(
    ' ',
  )

test.each(hostile)('%s from outside stays text', (_, text) => {
  for (const name of hostileNights) expect(strangeIn(renderHtml(saying(reportOn(name), text)))).toEqual([])
})

test('no text from outside becomes a tag, an attribute, a control character or an odd link', () => {
  // Made from code points directly: fast-check takes seconds to build its own table of them.
  const points = fc.oneof(fc.nat({ max: 0x7f }), fc.nat({ max: 0x2fff }), fc.nat({ max: 0x10ffff }))
  const letters = fc.array(points, { maxLength: 60 }).map((each) => String.fromCodePoint(...each))
  const marks = fc.constantFrom('<a ', '"', "'", '>', '</', '&', 'https://', 'javascript:', 'on=')
  fc.assert(
    fc.property(
      fc.array(fc.oneof(letters, marks)).map((pieces) => pieces.join('')),
      fc.constantFrom(...kinds.map(([, report]) => report)),
      (text, report) => {
        expect(strangeIn(renderHtml(saying(report, text)))).toEqual([])
      },
    ),
  )
})

test('an address of the web is a link, and another one is text', () => {
  const links = (url: string) => pageSaying(url).elements.filter(({ tag }) => tag === 'a').length

  expect(links('https://x.example/a?b=1&c=2')).toBeGreaterThan(3)
  expect(links('ftp://x.example/')).toBe(0)
  expect(pageSaying('javascript:alert(1)').text).toContain('javascript:alert(1)')
})

function pageSaying(text: string): Page {
  return pageOf(renderHtml(saying(reportOn('failed'), text)))
}
