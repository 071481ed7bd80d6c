import { counted, nth } from '../counted.ts'
import { minuteOf } from '../minute.ts'
import { acceptedCount, unacceptedImages, unacceptedTests } from '../orders/unaccepted.ts'
import { allPassed, passedCount } from './passed.ts'
import { newAreas } from '../tests.ts'
import type { Told } from './told.ts'
import { whyUnfinished } from './why-unfinished.ts'

/** What a subject says after the verdict, the most important first. */
export function summaryOf(told: Told): readonly string[] {
  const { verdict, composeless } = told
  if (verdict === 'cancelled') return [told.lastAnswer]
  if (verdict === 'neutral') return ['no Branched release at present']
  if (verdict === 'unfinished') return [whyUnfinished(told).short]
  if (verdict === 'absent') {
    const nights = composeless?.nights ?? 1
    return [told.discarded.length > 0 ? 'no usable compose' : 'no compose', ...row(nights)]
  }
  const parts = [...cause(told), ...counts(told)]
  if (parts.length > 0) return parts
  const { total } = told.tests.counts
  return [total === 0 ? 'no tests' : allPassed(passedCount(told.tests.counts))]
}

function row(nights: number): readonly string[] {
  return nights > 1 ? [`${nth(nights)} night in a row`] : []
}

function cause({ unknownCause, unansweredSince }: Told): readonly string[] {
  switch (unknownCause) {
    case 'unobserved':
      return [`nobody could look since ${minuteOf(unansweredSince)}`]
    case 'unreachable':
      return ['openQA unreachable']
    case 'nothing-scheduled':
      return ['nothing scheduled']
    case 'too-few-ran':
    case 'unfinished':
    case null:
      return []
    default:
      return unknownCause satisfies never
  }
}

function counts(told: Told): readonly string[] {
  const { tests, images, posts } = told
  const { counts: of } = unacceptedTests(tests)
  const accepted = acceptedCount(told)
  const areas = newAreas(tests)
  const missing = unacceptedImages(images).length
  const where = areas === '' ? '' : ` (${areas})`
  const numbers: readonly (readonly [number, string])[] = [
    [of.new, `${counted(of.new, 'new failure')}${where}`],
    [of.failed, `${of.failed} failed`],
    [missing, `${counted(missing, 'image')} missing`],
    [of.unfinished, `${of.unfinished} unfinished`],
    [of.unknown, `${of.unknown} unknown`],
    [posts.refused.length, `${counted(posts.refused.length, 'flavor')} refused`],
    [posts.unknown.length, `${counted(posts.unknown.length, 'flavor')} perhaps not posted`],
    [posts.partial.length, `${counted(posts.partial.length, 'flavor')} scheduled in part`],
    [posts.vanished.length, `${counted(posts.vanished.length, 'flavor')} vanished`],
    [of.still, `${of.still} still failing`],
    [of.known, `${of.known} known`],
    [accepted, `${accepted} accepted`],
    [of['never-passed'], `${of['never-passed']} never passed`],
    [of.fixed, `${of.fixed} fixed`],
    [of['not-run'], `${of['not-run']} not run`],
    [of.flaky, `${of.flaky} flaky`],
  ]
  return numbers.flatMap(([count, words]) => (count > 0 ? [words] : []))
}
