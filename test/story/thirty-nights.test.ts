import { describe, expect, test } from 'vitest'
import { composeOn, storyClasses, storyVerdicts, type StoryNight } from './story.ts'
import { thirtyNights } from './thirty-nights.ts'

const { nights, tests } = thirtyNights
const dates = nights.map(({ date }) => date)
const failures = ['known', 'new', 'still', 'never-passed', 'failed']
const news = ['new', 'failed', 'fixed', 'flaky']

/** The tests that a night speaks of. */
function toldOf({ jobs = {}, expected }: StoryNight): readonly string[] {
  const { classes, since = {}, nights: rows = {}, newSoft = [] } = expected
  return [...[jobs, classes, since, rows].flatMap((each) => Object.keys(each)), ...newSoft]
}

/** The tests of a night that may have a class: a test that is gone has one on the first night without it. */
function testsOn(date: string): readonly string[] {
  const before = dates[dates.indexOf(date) - 1] ?? date
  return tests
    .filter(({ from = date, until = date }) => from <= date && until >= before)
    .map(({ key }) => key)
}

function failedOf({ expected }: StoryNight): readonly string[] {
  return Object.entries(expected.classes)
    .filter(([, word]) => failures.includes(word))
    .map(([key]) => key)
    .toSorted()
}

test('the story has thirty nights, one for each date', () => {
  expect(dates).toEqual(Array.from({ length: 30 }, (_, at) => `2031-03-${String(at + 1).padStart(2, '0')}`))
})

test('the story has 17 tests, six of them required', () => {
  expect(new Set(tests.map(({ key }) => key)).size).toBe(17)
  expect(tests.filter(({ required }) => required)).toHaveLength(6)
})

test('at least eight tested nights pass with no new, fixed or flaky test and no missing image', () => {
  const quiet = nights.filter(
    ({ outcome, missing = [], expected: { verdict, classes } }) =>
      outcome === 'tested' &&
      verdict === 'passed' &&
      missing.length === 0 &&
      !Object.values(classes).some((word) => news.includes(word)),
  )

  expect(quiet.length).toBeGreaterThanOrEqual(8)
})

test('the text installer is flaky on one of ten tested nights', () => {
  const tested = nights.filter(({ outcome }) => outcome === 'tested')
  const flaky = tested.filter(({ expected }) => Object.values(expected.classes).includes('flaky'))

  expect([flaky.length, tested.length]).toEqual([3, 27])
})

describe.each(nights)('$date', (night) => {
  const { date, outcome, jobs = {}, missing = [], expected } = night

  test('its subject names the night and fits', () => {
    const what = outcome === 'absent' ? date : composeOn(date).replace('Fedora-Rawhide-', '')

    expect(expected.subject.startsWith(`[Rawhide] ${what} ${expected.verdict.toUpperCase()}: `)).toBe(true)
    expect(expected.subject.length).toBeLessThanOrEqual(78)
  })

  test('its first line is one sentence', () => {
    expect(expected.firstLine).toMatch(/^[^\n]+\.$/)
  })

  test('its words are those of the contract', () => {
    expect(storyVerdicts).toContain(expected.verdict)
    expect(Object.values(expected.classes).filter((word) => !storyClasses.includes(word))).toEqual([])
    expect(Object.values(expected.classes)).not.toContain('passed')
  })

  test('it speaks only of tests that it has', () => {
    expect(toldOf(night).filter((key) => !testsOn(date).includes(key))).toEqual([])
  })

  test('every job that does not just pass has a class', () => {
    expect(Object.keys(jobs).filter((key) => !Object.hasOwn(expected.classes, key))).toEqual([])
  })

  test('every failed test says since when, and for how many nights', () => {
    const { since = {}, nights: rows = {} } = expected
    const composes = nights.filter((each) => each.outcome === 'tested').map((each) => composeOn(each.date))

    expect(Object.keys(since).toSorted()).toEqual(failedOf(night))
    expect(Object.keys(rows).toSorted()).toEqual(failedOf(night))
    expect(composes.filter((each) => each <= composeOn(date))).toEqual(
      expect.arrayContaining(Object.values(since)),
    )
  })

  test('only a tested night has jobs, classes and missing images', () => {
    const told = [...toldOf(night), ...missing]

    expect(outcome === 'tested' ? [] : told).toEqual([])
    expect(['absent', 'unfinished'].includes(expected.verdict)).toBe(outcome !== 'tested')
  })
})
