import { describe, expect, test } from 'vitest'
import { buildJobs } from '../../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../../report/facts.ts'
import { blameWindowOf } from '../../../report/blame-window.ts'
import { isLikeTheNightBefore } from '../../../report/like-before.ts'
import { makeReport } from '../../../report/make-report.ts'
import { renderHtml } from '../../../report/html/html.ts'
import { renderText } from '../../../report/text/text.ts'
import { mailOccasions } from '../../../report/rules/mail-rule.ts'
import { wants } from '../../../report/rules/wants.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { imageOf } from '../../archive/nights.ts'
import { before, green, pastOf } from '../green-night.ts'
import { acceptanceOf, failing, failingNight, imageAcceptance } from '../ordered-nights.ts'
import { pageOf } from '../html/page.ts'
import { rule } from '../rules/rule-nights.ts'

const withTest = { ...failingNight, images: green.images }
const withImage = { ...green, images: failingNight.images }
const accepted = [acceptanceOf(), imageAcceptance()]
const optional = { ...failing, test: 'base_optional' }
const acceptsOptional = [acceptanceOf({ name: 'Server-dvd-iso x86_64 base_optional@64bit' })]

/** A night with a failure that is new, and that no release needs. */
const newFailure: NightFacts = {
  ...green,
  jobs: buildJobs([...green.jobs.every, optional]),
  before: {
    ...before,
    past: {
      kind: 'known',
      nights: [
        pastOf([...green.jobs.every, { ...optional, result: 'passed', failedModules: [] }], '2026-11-23'),
      ],
    },
  },
}

/** The occasions that a night is after one that passed. */
function due(facts: NightFacts): readonly string[] {
  return mailOccasions.filter((when) => wants(rule(when), makeReport(facts), 'passed'))
}

describe('the verdict on a night', () => {
  test.each<[string, NightFacts, string]>([
    ['with a required test and image', { ...failingNight, acceptances: accepted }, 'passed'],
    ['with a required image that is missing', { ...withImage, acceptances: accepted.slice(1) }, 'passed'],
    ['with a required test that fails', { ...withTest, acceptances: accepted.slice(0, 1) }, 'passed'],
    ['of which only the test is accepted', { ...failingNight, acceptances: accepted.slice(0, 1) }, 'broken'],
    ['of which only the image is accepted', { ...failingNight, acceptances: accepted.slice(1) }, 'broken'],
    ['with a new failure', { ...newFailure, acceptances: acceptsOptional }, 'passed'],
    ['with a new failure, before', newFailure, 'degraded'],
  ])('%s, where it is accepted', (_, facts, verdict) => {
    expect(makeReport(facts).verdict).toBe(verdict)
  })

  test('is broken by a test that fails in other modules than the accepted ones, and that is new', () => {
    const other = { ...failing, failedModules: ['base_selinux', 'another'] }
    const facts = { ...withTest, jobs: buildJobs([...green.jobs.every, other]), acceptances: accepted }
    const report = makeReport(facts)

    expect(report.verdict).toBe('broken')
    expect(report.tests.list).toMatchObject([
      { class: 'new', isNew: true, accepted: null, acceptanceEnded: false },
    ])
  })
})

describe('an accepted failure', () => {
  const report = makeReport({ ...newFailure, acceptances: acceptsOptional })

  test('keeps its class, and is in no count but that of all', () => {
    expect(report.tests.list).toMatchObject([{ class: 'new', accepted: { by: null, until: '2026-12-01' } }])
    expect(report.tests.counts).toMatchObject({ new: 1, total: 211 })
    expect(report.summary).toEqual(['1 accepted'])
    expect(report.headline).toBe(
      'Rawhide is not broken: 210 of 211 tests passed, nothing failed anew, 1 failure accepted.',
    )
  })

  test('is no new failure, no trouble and no change for a rule of mails', () => {
    expect(due({ ...newFailure, acceptances: acceptsOptional })).toEqual(['always'])
    expect(due(newFailure)).toEqual([...mailOccasions])
    expect(isLikeTheNightBefore(report)).toBe(true)
  })

  test('is no trouble in the part that a rule looks at', () => {
    const facts: NightFacts = {
      ...newFailure,
      acceptances: acceptsOptional,
      posts: [{ kind: 'refused', flavor: 'KDE-live-iso', arch: 'x86_64', why: 'no template' }],
    }
    const trouble = rule('trouble', { subvariants: ['Server'] })

    expect(wants(trouble, makeReport(facts), 'degraded')).toBe(false)
    expect(wants(trouble, makeReport({ ...facts, acceptances: [] }), 'degraded')).toBe(true)
  })

  test('is nothing to look for the cause of', () => {
    expect(blameWindowOf(report)).toBeNull()
    expect(blameWindowOf(makeReport(newFailure))).not.toBeNull()
  })
})

test('an accepted image is told beside the passed tests, and is in no count', () => {
  const report = makeReport({ ...withImage, acceptances: [imageAcceptance()] })

  expect(report.headline).toContain('all 210 tests passed, 1 missing image accepted')
  expect(report.summary).toEqual(['1 accepted'])
  expect(report.images?.missing).toMatchObject([
    { accepted: { why: 'rhbz#1234567' }, acceptanceEnded: false },
  ])
  expect(renderText(report)).not.toContain('MISSING')
})

test('who accepts that an image is missing accepts that its tests do not run', () => {
  const kde = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((nth) =>
    jobOf({ id: 9000 + nth, test: `base_kde_${nth}`, flavor: 'KDE-live-iso' }),
  )
  const night: NightFacts = {
    ...withImage,
    before: {
      ...before,
      past: { kind: 'known', nights: [pastOf([...green.jobs.every, ...kde], '2026-11-23')] },
    },
  }

  expect(makeReport(night)).toMatchObject({ verdict: 'broken', tests: { counts: { 'not-run': 12 } } })
  const report = makeReport({ ...night, acceptances: [imageAcceptance()] })
  expect(report).toMatchObject({ verdict: 'passed', summary: ['1 accepted'] })
  const text = renderText(report)
  expect(text).not.toContain('NOT RUN')
  expect(text).toContain('  12 tests did not run without what is accepted\n')
  expect(pageOf(renderHtml(report)).text).toContain('12 tests did not run without what is accepted')
})

test('an edition in which an image is accepted does not say that its tests changed', () => {
  const kde = jobOf({ id: 9001, test: 'base_kde', flavor: 'KDE-live-iso' })
  const past = { kind: 'known', nights: [pastOf([...green.jobs.every, kde], '2026-11-23')] } as const
  const night: NightFacts = { ...withImage, before: { ...before, past } }
  const previous = makeReport(night)

  const { amends } = makeReport({ ...night, edition: 2, previous, acceptances: [imageAcceptance()] })

  expect(amends?.changes.join('; ')).toContain('1 missing image accepted: KDE live x86_64')
  expect(amends?.changes.join('; ')).not.toContain('accepted failure')
})

describe('where an acceptance has ended', () => {
  const ended = [
    acceptanceOf({ run: 'nightly/rawhide/2026-11-20', until: '2026-11-23' }),
    imageAcceptance({ run: 'nightly/rawhide/2026-11-23' }),
  ]

  test('a test that still fails is new, and an image is newly missing', () => {
    const report = makeReport({ ...failingNight, acceptances: ended })

    expect(makeReport(failingNight).tests.list).toMatchObject([{ class: 'still', isNew: false }])
    expect(report.tests.list).toMatchObject([{ class: 'new', isNew: true, acceptanceEnded: true }])
    expect(report.images?.missing).toMatchObject([{ isNewlyMissing: true, acceptanceEnded: true }])
    expect(report.tests.counts).toMatchObject({ new: 1, still: 0 })
  })

  test('a test with a known bug is new, too, and keeps its bug', () => {
    const report = makeReport({ ...failingNight, bugs: { [failing.id]: ['brc#1'] }, acceptances: ended })

    expect(report.tests.list).toMatchObject([{ class: 'new', bugs: ['brc#1'] }])
    expect(renderText(report)).toContain('acceptance ended; known: brc#1')
  })

  test('nothing is said where the test passes and the image is there', () => {
    const report = makeReport({ ...green, allImages: [imageOf({ subvariant: 'KDE' })], acceptances: ended })

    expect(JSON.stringify(report)).not.toContain('"acceptanceEnded":true')
    expect(report.verdict).toBe('passed')
  })
})
