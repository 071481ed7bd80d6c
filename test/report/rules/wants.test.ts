import { describe, expect, test } from 'vitest'
import { makeReport } from '../../../report/make-report.ts'
import { wants } from '../../../report/rules/wants.ts'
import { nights, occasionsOf, reportOn, rule, type NightName } from './rule-nights.ts'

const everything = ['always', 'change', 'new failure', 'trouble']

describe('a night', () => {
  test.each<[NightName, verdict: string, before: string | null, wanted: readonly string[]]>([
    ['like the night before', 'passed', 'passed', ['always']],
    ['like the night before', 'passed', 'degraded', ['always', 'change']],
    ['like the night before', 'passed', null, ['always', 'change']],
    ['with a new failure', 'degraded', 'degraded', everything],
    ['with an old failure', 'passed', 'passed', ['always']],
    ['with an old failure', 'passed', 'degraded', ['always', 'change']],
    ['with a test that is fixed', 'passed', 'passed', ['always', 'change']],
    ['without a test that ran the night before', 'passed', 'passed', ['always', 'change']],
    ['without an image that the baseline had', 'degraded', 'degraded', everything],
    ['without an image that the baseline lacked, too', 'passed', 'passed', ['always']],
    ['with an image that came', 'passed', 'passed', ['always', 'change']],
    ['with a post that openQA refused', 'degraded', 'degraded', ['always', 'change', 'trouble']],
    ['that nothing is known before', 'passed', 'passed', ['always', 'change']],
    ['at whose end openQA was away', 'unknown', 'unknown', ['always', 'change', 'trouble']],
    ['without a compose', 'absent', 'passed', ['always', 'change', 'trouble']],
    ['without a compose', 'absent', 'absent', ['always', 'trouble']],
    ['without a complete compose', 'unfinished', 'unfinished', ['always', 'trouble']],
    ['on which nobody could look', 'unknown', 'unknown', ['always', 'trouble']],
    ['that a person stopped', 'cancelled', 'passed', ['always', 'change', 'trouble']],
    ['that a person stopped', 'cancelled', 'cancelled', ['always', 'trouble']],
    ['without a Branched release', 'neutral', 'passed', ['always', 'change']],
    ['without a Branched release', 'neutral', 'neutral', ['always']],
  ])('%s is %s; after one that was %s it is mailed for: %j', (name, verdict, before, wanted) => {
    expect(reportOn(name).verdict).toBe(verdict)
    expect(occasionsOf(name, before)).toEqual(wanted)
  })

  test.each(Object.keys(nights))('%s is of its stream only', (name) => {
    expect(occasionsOf(name, null, { streams: ['branched'] })).toEqual([])
    expect(occasionsOf(name, null, { streams: ['branched', 'rawhide'] })).toEqual(occasionsOf(name, null))
  })

  test('that amends an edition is compared with the night before only', () => {
    const amended = makeReport({ ...nights['like the night before'], edition: 2 })

    expect(wants(rule('change'), amended, 'passed')).toBe(false)
  })
})
