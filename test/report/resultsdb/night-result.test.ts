import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomeOfVerdict } from '../../../jobs/resultsdb/outcome-of-verdict.ts'
import { verdictWords } from '../../../jobs/verdict/verdicts.ts'
import { makeReport } from '../../../report/make-report.ts'
import { isResultOfNight, nightResult } from '../../../report/resultsdb/night-result.ts'
import { tableOf } from '../../markdown.ts'
import { compose } from '../green-night.ts'
import { nights } from '../nights.ts'

function reportOf(name: string) {
  const facts = nights[name]
  if (facts === undefined) throw new Error(`there is no night ${name}`)
  return makeReport(facts)
}

test('a night has one result, on its compose, with a link and the id of the edition', () => {
  const report = reportOf('green')

  expect(nightResult(report, 'nightly_rawhide_2026-11-24_1')).toEqual({
    outcome: 'PASSED',
    testcase: 'compose.nightjar.night',
    testcaseUrl: null,
    url: report.links.openqa,
    note: report.headline,
    groups: [
      { namespace: 'source', name: 'nightjar' },
      { namespace: 'compose', name: compose.id, url: compose.url },
      { namespace: 'nightjar', name: compose.id },
    ],
    data: {
      item: compose.id,
      type: 'compose',
      source: 'nightjar',
      'meta.conventions': 'result',
      'productmd.compose.id': compose.id,
      'productmd.compose.short': 'Fedora',
      'productmd.compose.version': 'Rawhide',
      'productmd.compose.date': '20261124',
      'productmd.compose.type': 'nightly',
      'productmd.compose.respin': '0',
      'nightjar.run': 'nightly/rawhide/2026-11-24',
      'nightjar.verdict': 'passed',
      'nightjar.edition': '1',
      'nightjar.delivery': 'nightly_rawhide_2026-11-24_1',
    },
  })
})

test.each([
  ['failed', 'FAILED'],
  ['doomed', 'NEEDS_INSPECTION'],
])('a night that is %s has the outcome %s', (name, outcome) => {
  expect(nightResult(reportOf(name), 'id')?.outcome).toBe(outcome)
})

test('a night without a compose has none', () => {
  expect(nightResult(reportOf('absent'), 'id')).toBeNull()
})

test('a compose of 2015 has a result without the parts of an id', () => {
  const report = { ...reportOf('green'), compose: { ...compose, id: 'Rawhide_20150820' } }

  expect(
    Object.keys(nightResult(report, 'id')?.data ?? {}).filter((key) => key.startsWith('productmd')),
  ).toEqual([])
})

function known(...ids: readonly string[]) {
  return { data: { item: [compose.id], ...(ids.length > 0 && { 'nightjar.delivery': ids }) } }
}

test('another edition has another result', () => {
  const result = nightResult(reportOf('green'), 'first')
  if (result === null) throw new Error('expected a result')

  expect(isResultOfNight(known('first'), result)).toBe(true)
  expect(isResultOfNight(known('second'), result)).toBe(false)
  expect(isResultOfNight(known(), result)).toBe(false)
})

test('only a night that passed, or on which nothing was due, lets a gate pass', () => {
  const passes = verdictWords.filter((word) => ['PASSED', 'INFO'].includes(outcomeOfVerdict[word]))

  expect(passes).toEqual(['passed', 'neutral'])
})

test('the page of channels has the outcomes of the program', () => {
  const page = readFileSync('docs/channels.md', 'utf8')

  expect(tableOf(page, 'verdict')).toEqual(verdictWords.map((word) => [word, outcomeOfVerdict[word]]))
})
