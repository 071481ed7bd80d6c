import { describe, expect, test } from 'vitest'
import { makeReport } from '../../../report/make-report.ts'
import { wants } from '../../../report/rules/wants.ts'
import { jobOf } from '../../jobs/job-of.ts'
import {
  afterNight,
  brokeOff,
  degraded,
  fails,
  occasionsOf,
  passes,
  quiet,
  rule,
  type NightName,
} from './rule-nights.ts'

const there = [{ subvariants: ['kde'] }, { arches: ['x86_64'] }, { subvariants: ['KDE'], arches: ['x86_64'] }]
const elsewhere = [
  { subvariants: ['Server'] },
  { arches: ['aarch64'] },
  { subvariants: ['KDE'], arches: ['s390x'] },
]

describe('for a part of a compose a night', () => {
  const parts: readonly [NightName, readonly string[]][] = [
    ['like the night before', []],
    ['with a new failure', ['change', 'new failure', 'trouble']],
    ['with a test that is fixed', ['change']],
    ['without a test that ran the night before', ['change']],
    ['without an image that the baseline had', ['change', 'new failure', 'trouble']],
    ['with an image that came', ['change']],
    ['with a post that openQA refused', ['change', 'trouble']],
  ]

  test.each(parts)('%s is mailed for what is there: %j', (name, wanted) => {
    for (const scope of there) expect(occasionsOf(name, 'absent', scope).slice(1)).toEqual(wanted)
  })

  test.each(parts)('%s is not mailed for what is elsewhere', (name) => {
    for (const scope of elsewhere) expect(occasionsOf(name, 'absent', scope).slice(1)).toEqual([])
  })

  test.each<[NightName, readonly string[]]>([
    ['at whose end openQA was away', ['change', 'trouble']],
    ['without a compose', ['change', 'trouble']],
    ['without a complete compose', ['change', 'trouble']],
    ['on which nobody could look', ['change', 'trouble']],
    ['that nothing is known before', ['change']],
  ])('%s is mailed for any part: %j', (name, wanted) => {
    for (const scope of [...there, ...elsewhere])
      expect(occasionsOf(name, 'passed', scope).slice(1)).toEqual(wanted)
  })

  test('that is degraded is trouble for an old failure of that part', () => {
    const report = makeReport(degraded(fails, fails))

    expect(report.verdict).toBe('degraded')
    expect(wants(rule('trouble', { subvariants: ['KDE'] }), report, 'passed')).toBe(true)
    expect(wants(rule('trouble', { subvariants: ['Server'] }), report, 'passed')).toBe(true)
    expect(wants(rule('trouble', { subvariants: ['Cloud_Base'] }), report, 'passed')).toBe(false)
  })

  test('that is degraded is trouble for a test of that part that newly did not run', () => {
    const ranBefore = makeReport(degraded(brokeOff, passes))
    const neverRan = makeReport(degraded(brokeOff, brokeOff))
    const ofKde = rule('trouble', { subvariants: ['KDE'] })

    expect(wants(ofKde, ranBefore, 'passed')).toBe(true)
    expect(wants(ofKde, neverRan, 'passed')).toBe(false)
  })

  test('has the dashes of its subvariants as underscores in its flavors', () => {
    const atomic = { test: 'atomic_extra', flavor: 'COSMIC_Atomic-dvd_ostree-iso' }
    const [passed, failed] = ['passed', 'failed'].map((result) => jobOf({ id: 4002, ...atomic, result }))
    const report = makeReport(afterNight(failed ?? fails, passed ?? passes))

    expect(wants(rule('new failure', { subvariants: ['COSMIC-Atomic'] }), report, 'passed')).toBe(true)
  })

  test('with something to look at is a change for the whole only', () => {
    const report = makeReport({ ...quiet, warnings: ['a guess'] })

    expect(wants(rule('change'), report, 'passed')).toBe(true)
    expect(wants(rule('change', { subvariants: ['KDE'] }), report, 'passed')).toBe(false)
  })
})
