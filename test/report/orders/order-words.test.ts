import { describe, expect, test } from 'vitest'
import { renderHtml } from '../../../report/html/html.ts'
import { renderJson } from '../../../report/json.ts'
import { letterOf } from '../../../report/letter.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { NightOrder } from '../../../report/order.ts'
import { orderWords } from '../../../report/orders/order-words.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { renderText } from '../../../report/text/text.ts'
import { pageOf } from '../html/page.ts'
import { green } from '../green-night.ts'
import { nights } from '../nights.ts'
import { acceptanceOf, failingNight, imageAcceptance, orderOf } from '../ordered-nights.ts'

const rerun = orderOf({
  name: 'rerun',
  at: '2026-11-24T06:40:00.000Z',
  why: null,
  asked: 'run what failed again',
})

test.each<[Partial<NightOrder>, string]>([
  [
    { became: 'fixed 2, still failing 0' },
    '06:40 rerun by ada: run what failed again - fixed 2, still failing 0',
  ],
  [{ became: '' }, '06:40 rerun by ada: run what failed again'],
  [{ by: null, why: 'openQA was full', became: '' }, '06:40 rerun: run what failed again (openQA was full)'],
  [{ at: '2026-11-25T00:10:00.000Z', became: '' }, '2026-11-25 00:10 rerun by ada: run what failed again'],
])('an order with %j is one line', (what, words) => {
  expect(orderWords({ ...rerun, ...what }, green.night.date)).toBe(words)
})

describe('a night that a person stopped', () => {
  const why = 'Ada Lovelace stopped it: openQA moves tonight'
  const order = orderOf({
    name: 'cancel',
    at: '2026-11-24T06:40:00.000Z',
    by: 'Ada Lovelace',
    why: 'openQA moves tonight',
    became: '',
  })
  const facts = { ...nights['cancelled'], ...green, outcome: 'cancelled' as const, why, orders: [order] }

  test('says why, and by whom where names are published', () => {
    expect(makeReport({ ...facts, publishBy: true }).headline).toBe(
      'The night of Rawhide was CANCELLED: openQA moves tonight (stopped at 06:40 UTC by Ada Lovelace).',
    )
    expect(makeReport(facts).headline).toBe(
      'The night of Rawhide was CANCELLED: openQA moves tonight (stopped at 06:40 UTC).',
    )
    expect(renderJson(makeReport(facts))).not.toContain('Ada')
  })

  test('says what the night heard where no order stopped it', () => {
    const report = makeReport({ ...facts, orders: [], why: 'it was cancelled in Temporal' })

    expect(report.headline).toBe('The night of Rawhide was CANCELLED: it was cancelled in Temporal.')
  })
})

test('no name is in a report unless the configuration says so', () => {
  const facts = { ...failingNight, orders: [orderOf()], acceptances: [acceptanceOf(), imageAcceptance()] }
  const told = (publishBy: boolean) => {
    const report = makeReport({ ...facts, publishBy, edition: 2 })
    return [renderText(report), renderHtml(report), renderJson(report)].filter((text) => /\bada\b/.test(text))
  }

  expect(told(false)).toEqual([])
  expect(told(true)).toHaveLength(3)
})

test('a report from before there were orders and acceptances is read', () => {
  const report = makeReport(failingNight)
  const json = JSON.stringify(report, (name, value: unknown) =>
    ['orders', 'accepted', 'acceptanceEnded'].includes(name) ? undefined : value,
  )

  expect(parseReport(json)).toEqual(report)
})

const hostile = [
  ['colours of a terminal', '\u001B[31mred\u001B]8;;http://x.example\u0007'],
  ['bidi and zero-width characters', '\u202E\u2066a\u200B\u200D\uFEFF\u2028\u2029'],
  ['HTML', '<script>alert(1)</script><img src=x onerror=alert(1)>'],
  ['a header', 'a\r\nBcc: x@example.org\r\n\r\nNEW (1)\r\n-- \r\n'],
  ['half a character', '\uD800x\uDFFF'],
  ['10 kB', '<b>"&amp; '.repeat(1000)],
  ['10 kB without a space', 'x'.repeat(10_000)],
  ['nothing', ''],
] as const

test.each(hostile)('%s in an order stays text, everywhere', (_, text) => {
  const said = { by: text, why: text }
  const order = { ...said, id: text, asked: text, became: text }
  const image = {
    subvariant: text,
    type: 'live',
    arch: 'x86_64',
    blocking: true,
    why: 'it blocks',
    koji: null,
  }
  const facts = {
    ...failingNight,
    images: { expected: 9, missing: [image] },
    orders: [orderOf(order), orderOf({ ...order, name: 'cancel' })],
    acceptances: [
      acceptanceOf({ ...said, order: text }),
      imageAcceptance({ ...said, order: text, name: `${text} live x86_64` }),
    ],
    publishBy: true,
  }
  for (const report of [makeReport(facts), makeReport({ ...facts, outcome: 'cancelled', compose: null })]) {
    const mail = letterOf(report, { from: 'a@example.org', domain: 'example.org', listId: 'a <b>' })
    const { mistakes, elements } = pageOf(mail.html)
    const heads = mail.text.split('\n').filter((line) => /^(?:NEW|-- $|Bcc)/.test(line))

    expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u)
    expect(mail.text).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u)
    expect(heads).toEqual(['-- '])
    expect(mail.text.length).toBeLessThan(20_000)
    expect(mistakes).toEqual([])
    expect(elements.filter(({ tag }) => ['script', 'img', 'b'].includes(tag)).length).toBe(1)
    expect(parseReport(renderJson(report))).toEqual(parseReport(JSON.stringify(report)))
  }
  expect(makeReport(facts)).toMatchObject({ verdict: 'passed', orders: [{ by: text }, {}] })
})
