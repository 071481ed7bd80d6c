import { imageName } from '../../compose/images/image.ts'
import { dateOfNight } from '../../compose/naming/night.ts'
import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { Thresholds } from '../../jobs/verdict/thresholds.ts'
import { counted, nth } from '../counted.ts'
import { minuteOf } from '../minute.ts'
import { acceptedOf, unacceptedImages, unacceptedTests } from '../orders/unaccepted.ts'
import { allPassed, passedCount } from './passed.ts'
import { linesOf, newAreas } from '../tests.ts'
import type { Told } from './told.ts'
import { whyUnfinished } from './why-unfinished.ts'

/**
 * The first sentence of the report. It answers "is it broken?", and says the one reason.
 * @param thresholds those of the verdict: what they tolerate is no reason
 */
export function headlineOf(told: Told, thresholds: Thresholds): string {
  switch (told.verdict) {
    case 'broken':
      return `${told.title} is BROKEN: ${brokenBecause(told)}${required(told)}.`
    case 'degraded':
      return `${told.title} is DEGRADED: ${degradedBecause(told, thresholds)}${required(told)}.`
    case 'passed':
      return `${told.title} is not broken: ${passes(told)}${required(told)}.`
    case 'unknown':
      return `Whether ${told.title} is broken is NOT KNOWN: ${unknownBecause(told)}.`
    case 'absent':
      return `There is no ${told.title} compose of ${dateOfNight(told.night)}${composeless(told)}.`
    case 'unfinished':
      return `${told.title} was not tested: ${whyUnfinished(told).sentence}.`
    case 'cancelled':
      return `The night of ${told.title} was CANCELLED: ${told.lastAnswer}.`
    case 'neutral':
      return `There is no ${told.title} release at present, so nothing was due on ${told.night.date}.`
    default:
      return told.verdict satisfies never
  }
}

function required({ tests: { required: tally } }: Told): string {
  if (tally.of === 0) return ''
  if (tally.passed < tally.of) return `; ${tally.passed} of ${tally.of} required tests passed`
  return tally.of === 1 ? '; the one required test passed' : `; all ${tally.of} required tests passed`
}

function brokenBecause({ tests, images }: Told): string {
  const missing = unacceptedImages(images).filter(({ need }) => need === 'required')
  const failed = linesOf(tests, ...failedClasses).filter((test) => test.required)
  const [image, ...moreImages] = missing
  const [test, ...moreTests] = failed
  const reasons = [
    image && moreImages.length === 0
      ? `the required image ${imageName(image)} is missing`
      : image && `${missing.length} required images are missing`,
    test && moreTests.length === 0
      ? `the required test ${test.test} (${test.flavor} ${test.arch}) failed`
      : test && `${failed.length} required tests failed`,
  ]
  return reasons.filter((reason) => reason !== undefined).join(' and ')
}

function degradedBecause(told: Told, { newFailures, degradedNotRun }: Thresholds): string {
  const { tests, images, posts } = told
  const { counts } = unacceptedTests(tests)
  const failsAnew = counts.new + counts.failed >= newFailures
  const notRun = linesOf(tests, 'not-run')
  const missing = unacceptedImages(images).filter(
    ({ need, isNewlyMissing }) => isNewlyMissing && need !== 'usual',
  ).length
  const untested = notRun.filter((test) => test.required).length
  const reasons: readonly (readonly [boolean, string])[] = [
    [failsAnew && counts.new > 0, newlyFailed(told)],
    [failsAnew && counts.failed > 0, `${counted(counts.failed, 'test')} failed`],
    [untested > 0, `${counted(untested, 'required test')} did not run`],
    [
      notRun.filter(({ isNew }) => isNew).length > degradedNotRun * counts.total,
      `${counts['not-run']} of ${counts.total} tests did not run`,
    ],
    [missing > 0, `${counted(missing, 'image')} ${missing === 1 ? 'is' : 'are'} missing`],
    [counts.unknown > 0, `${counted(counts.unknown, 'test')} ended in a way that Nightjar does not know`],
    [posts.refused.length > 0, `openQA refused ${counted(posts.refused.length, 'flavor')}`],
    [posts.unknown.length > 0, `${counted(posts.unknown.length, 'flavor')} may not have been posted`],
    [posts.partial.length > 0, `openQA made only some tests of ${counted(posts.partial.length, 'flavor')}`],
    [posts.vanished.length > 0, `the tests of ${counted(posts.vanished.length, 'flavor')} are gone`],
  ]
  return reasons.find(([applies]) => applies)?.[1] ?? passes(told)
}

function newlyFailed({ tests }: Told): string {
  const areas = newAreas(tests)
  return `${counted(linesOf(tests, 'new').length, 'new failure')}${areas === '' ? '' : ` (${areas})`}`
}

function passes(told: Told): string {
  const { counts } = unacceptedTests(told.tests)
  if (counts.total === 0) return 'no tests were seen'
  const passed = passedCount(counts)
  if (passed === counts.total) return `${allPassed(passed)}${andAccepted(told)}`
  const failures = [
    ...(counts.new > 0 ? [newlyFailed(told)] : []),
    ...(counts.failed > 0 ? [`${counts.failed} failed`] : []),
  ]
  const rest = failures.length === 0 ? 'nothing failed anew' : failures.join(', ')
  return `${passed} of ${counts.total} tests passed, ${rest}${andAccepted(told)}`
}

/** What a person took out of the verdict: without that it might be another one. */
function andAccepted(told: Told): string {
  const { tests, images } = acceptedOf(told)
  const parts = [
    ...(tests.length > 0 ? [counted(tests.length, 'failure')] : []),
    ...(images.length > 0 ? [counted(images.length, 'missing image')] : []),
  ]
  return parts.length === 0 ? '' : `, ${parts.join(' and ')} accepted`
}

function unknownBecause(told: Told): string {
  const { unknownCause, unansweredSince, compose, tests } = told
  const { counts } = tests
  if (unknownCause === 'unobserved') {
    const what = compose === null ? 'nobody could look for a compose' : `nobody could look at ${compose.id}`
    return `${what} since ${minuteOf(unansweredSince)}`
  }
  const causes = {
    unreachable: 'openQA could not be reached',
    'nothing-scheduled': 'openQA has no tests of it',
    unfinished: `${counted(counts.unfinished, 'test')} had not ended in time`,
    'too-few-ran': `only ${counts.total - counts['not-run']} of ${counts.total} tests ran`,
  }
  const passed = counts.total === 0 ? '' : `; ${passedCount(counts)} of ${counts.total} tests passed`
  return `${causes[unknownCause ?? 'nothing-scheduled']}${passed}`
}

function composeless({ composeless: row }: Told): string {
  if (row === null) return ''
  const nights = row.nights > 1 ? `, for the ${nth(row.nights)} night in a row` : ''
  return row.lastGood === null ? nights : `${nights}; the last good one is ${row.lastGood}`
}
