import { describe, expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import { failedClasses } from '../../../jobs/compare/test-class.ts'
import { renderHtml } from '../../../report/html/html.ts'
import { makeReport } from '../../../report/make-report.ts'
import { subjectOf } from '../../../report/told/subject.ts'
import { linesOf } from '../../../report/tests.ts'
import { changedSections, oldSections, orderSection } from '../../../report/text/sections.ts'
import { renderText } from '../../../report/text/text.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { green } from '../green-night.ts'
import { pageOf } from './page.ts'
import { kinds, reportOn, story } from './reports.ts'

test.each(['failed', 'quiet', 'unfinished-compose'])('the HTML of a night that is %s', async (name) => {
  await expect(renderHtml(reportOn(name))).toMatchFileSnapshot(`golden/${name}.html`)
})

describe.each([...kinds, ...story])('the HTML of %s', (_, report) => {
  const html = renderHtml(report)
  const { mistakes, elements, text } = pageOf(html)

  test('is well-formed, in English, with the subject as its title', () => {
    expect(mistakes).toEqual([])
    expect(elements.find(({ tag }) => tag === 'html')?.attributes).toEqual({ lang: 'en' })
    expect(elements.find(({ tag }) => tag === 'title')?.text).toBe(subjectOf(report))
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
  })

  test('has the sections of the text, in their order', () => {
    const heads = elements.filter(({ tag }) => tag === 'h2').map(({ text: head }) => head)
    const ordered = report.orders.length === 0 ? [] : [orderSection(report)]
    const sections = [...changedSections(report), ...oldSections(report), ...ordered].map(({ head }) => head)

    expect(heads.filter((head) => head !== 'TIMES (UTC)')).toEqual(sections)
  })

  test('says every word of the text', () => {
    const words = wordsOf(text)

    expect([...wordsOf(told(renderText(report)))].filter((word) => !words.has(word))).toEqual([])
  })

  test('links every test that failed, and its first try', () => {
    const tests = linesOf(report.tests, ...failedClasses, 'soft', 'flaky')
    const links = new Set(elements.map(({ attributes }) => attributes['href']))
    const urls = tests.flatMap(({ job, failedTries }) => [
      job?.url,
      ...failedTries.slice(0, 1).map(({ url }) => url),
    ])

    expect(urls.filter((url) => url === undefined || !links.has(url))).toEqual([])
    expect(tests.filter(({ machine }) => !text.includes(machine))).toEqual([])
  })
})

/** The text without its addresses and what only it says: `on`, and where the tests are that it cuts. */
function told(text: string): string {
  return text
    .replace(/Nothing new[\s\S]*?(?=\n\n|\n-- )/, '')
    .replaceAll(/https?:\/\/\S+/g, '')
    .replace(/^Run a test again:/m, '')
    .replaceAll(/ on (?=\S+ )/g, ' ')
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\p{L}\p{N}_]+/gu))
}

const manyFailures = makeReport({
  ...green,
  jobs: buildJobs(
    Array.from({ length: 1000 }, (_, nth) =>
      jobOf({
        id: 5000 + nth,
        test: `desktop_update_graphical_${nth}`,
        flavor: 'Workstation-live-iso',
        result: 'failed',
        failedModules: ['_graphical_wait_login', 'desktop_update_graphical'],
      }),
    ),
  ),
})

describe('the HTML of a thousand failures', () => {
  test('has a row for each, below 500 KB', () => {
    const html = renderHtml(manyFailures)

    expect(Buffer.byteLength(html)).toBeLessThan(500_000)
    expect(rowsIn(html)).toBe(1000)
    expect(html).not.toContain('… and ')
  })

  test('with long words is cut below 500 KB, and says how many are left out', () => {
    const { list } = manyFailures.tests
    const failedModules = Array.from({ length: 5 }, (_, nth) => `${'<'.repeat(100)}${nth}`)
    const tests = { ...manyFailures.tests, list: list.map((each) => ({ ...each, failedModules })) }

    const html = renderHtml({ ...manyFailures, tests })

    expect(Buffer.byteLength(html)).toBeLessThan(500_000)
    expect(rowsIn(html)).toBeGreaterThan(50)
    expect(html).toContain(`… and ${1000 - rowsIn(html)} more, on openQA's page of the whole build`)
    expect(pageOf(html).mistakes).toEqual([])
  })
})

function rowsIn(html: string): number {
  return pageOf(html).elements.filter(({ tag, attributes }) => tag === 'tr' && 'valign' in attributes).length
}
