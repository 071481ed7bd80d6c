import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { noticeHtml } from '../../../report/html/notice.ts'
import { makeReport } from '../../../report/make-report.ts'
import { noticeOf, noticeText } from '../../../report/text/notice.ts'
import { hostileReport } from '../hostile-report.ts'
import { failed } from '../failed-night.ts'

const report = makeReport(failed)

test('a notice has the headline, the compose, and where to look', () => {
  const notice = noticeOf(report)

  expect(notice).toMatchObject({ headline: report.headline, changes: [] })
  expect(noticeText(notice).split('\n')).toEqual([
    report.headline,
    'Fedora-Rawhide-20261124.n.0',
    expect.stringMatching(/^openQA: https:/),
    expect.stringMatching(/^the night: http:/),
  ])
  expect(noticeHtml(notice)).toMatch(
    /^<p><strong>[^<]+<\/strong><br>Fedora-Rawhide-20261124\.n\.0<\/p><p><a href="https:[^<]+<\/a> · <a [^<]+<\/a><\/p>$/,
  )
})

test('a candidate is named with its label, and a night without a compose by its date', () => {
  const { compose } = report
  const labelled = compose && { ...compose, label: 'RC-1.2' }

  expect(noticeOf({ ...report, compose: labelled }).about).toBe('Fedora-Rawhide-20261124.n.0 (RC-1.2)')
  expect(noticeOf({ ...report, compose: null }).about).toBe('the night of 2026-11-24')
})

test('a notice of an amended edition says which one, and at most five things that changed', () => {
  const changes = Array.from({ length: 7 }, (_, nth) => `change ${nth}`)
  const notice = noticeOf({ ...report, amends: { edition: 1, changes } })

  expect(noticeText(notice)).toContain('\nThis amends edition 1:\n- change 0\n- change 1\n')
  expect(noticeHtml(notice)).toContain('<p>This amends edition 1:</p><ul><li>change 0</li>')
  expect(notice.changes).toHaveLength(6)
  expect(notice.changes.at(-1)).toBe('and 2 more')
  expect(noticeOf({ ...report, amends: { edition: 1, changes: [] } }).amends).toBe('This amends edition 1')
})

test('without a link there is no empty paragraph', () => {
  const notice = noticeOf({ ...report, links: { ...report.links, openqa: null, run: null } })

  expect(noticeHtml(notice)).toMatch(/<\/strong><br>[^<]+<\/p>$/)
})

test('hostile words stay words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), (words, url) => {
      const notice = noticeOf({
        ...hostileReport(`<img src=x>${words}\u001B[2J`, url, 'broken'),
        amends: { edition: 1, changes: [`</ul><script>${words}`] },
      })
      expect(noticeText(notice).split('\n')).toHaveLength(4 + notice.links.length)
      expect(noticeText(notice)).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u)
      const tags = [...noticeHtml(notice).matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name)
      expect(new Set(tags).difference(new Set(['p', 'strong', 'br', 'ul', 'li', 'a']))).toEqual(new Set())
    }),
  )
})
