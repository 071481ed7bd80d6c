import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { noticeHtml } from '../../../report/html/notice.ts'
import { makeReport } from '../../../report/make-report.ts'
import { noticeOf, noticeText } from '../../../report/text/notice.ts'
import { hostileReport } from '../hostile-report.ts'
import { failed } from '../failed-night.ts'

const report = makeReport(failed)

test('a notice has the headline and where to look', () => {
  const notice = noticeOf(report)

  expect(notice).toMatchObject({ headline: report.headline, changes: [] })
  expect(noticeText(notice).split('\n')).toEqual([
    report.headline,
    ...notice.links.map(({ words, url }) => `${words}: ${url}`),
  ])
  expect(noticeHtml(notice)).toMatch(/^<p><strong>[^<]+<\/strong><\/p><p><a href="https:[^<]+<\/a>.*<\/p>$/)
})

test('a notice of an amended edition has what changed, at most five of it', () => {
  const changes = Array.from({ length: 7 }, (_, nth) => `change ${nth}`)
  const notice = noticeOf({ ...report, amends: { edition: 1, changes } })

  expect(noticeText(notice)).toContain('\n- change 0\n- change 1\n')
  expect(notice.changes).toHaveLength(6)
  expect(notice.changes.at(-1)).toBe('and 2 more')
})

test('hostile words stay words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.webUrl({ withQueryParameters: true }), (words, url) => {
      const notice = noticeOf({
        ...hostileReport(`<img src=x>${words}\u001B[2J`, url, 'broken'),
        amends: { edition: 1, changes: [`</ul><script>${words}`] },
      })
      expect(noticeText(notice).split('\n')).toHaveLength(2 + notice.links.length)
      expect(noticeText(notice)).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|[^\P{Cc}\n]/u)
      const tags = [...noticeHtml(notice).matchAll(/<\/?([^\s>]+)/g)].map(([, name]) => name)
      expect(new Set(tags).difference(new Set(['p', 'strong', 'ul', 'li', 'a']))).toEqual(new Set())
    }),
  )
})
