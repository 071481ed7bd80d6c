import { describe, expect, test } from 'vitest'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import { headlineOf } from '../../../report/told/headline.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { Report } from '../../../report/report.ts'
import { green } from '../green-night.ts'
import { lineOf, linesOf, missingImage, testsWith } from '../test-lines.ts'

const report = makeReport(green)
const images = { expected: 10, missing: [missingImage], changes: null, tooLarge: [] }
const post = { flavor: 'a', arch: 'x86_64', why: 'no' }

function headline(what: Partial<Report>, thresholds = usualThresholds): string {
  return headlineOf({ ...report, ...what }, thresholds)
}

function missing(...changes: readonly Partial<NonNullable<Report['images']>['missing'][number]>[]) {
  return { ...images, missing: changes.map((change) => ({ ...missingImage, ...change })) }
}

describe('a broken compose', () => {
  const failed = { required: true, test: 'base_selinux' }
  const required = { need: 'required' } as const

  test.each<[string, Partial<Report>, string]>([
    [
      'one required test',
      { tests: testsWith([lineOf('known', failed), lineOf('new'), lineOf('not-run', failed)]) },
      'the required test base_selinux (Server-dvd-iso x86_64) failed',
    ],
    [
      'failures of every class',
      {
        tests: testsWith(
          (['new', 'failed', 'still', 'known', 'never-passed'] as const).map((kind) => lineOf(kind, failed)),
        ),
      },
      '5 required tests failed',
    ],
    [
      'one required image',
      { images: missing(required, {}), tests: testsWith([], 2) },
      'the required image KDE live x86_64 is missing',
    ],
    [
      'both',
      { images: missing(required, required), tests: testsWith([lineOf('new', failed)]) },
      '2 required images are missing and the required test base_selinux (Server-dvd-iso x86_64) failed',
    ],
  ])('says the reason: %s', (_, what, words) => {
    expect(headline({ verdict: 'broken', ...what })).toBe(`Rawhide is BROKEN: ${words}.`)
  })
})

describe('a degraded compose', () => {
  const none = { done: 0, refused: [], unknown: [], partial: [], vanished: [] }
  const untried = linesOf(2, 'not-run', { isNew: true })
  /** Each has what the ones after it have, too: the first one is said. */
  const reasons: readonly (readonly [Partial<Report>, string])[] = [
    [{ posts: { ...none, vanished: [post, post] } }, 'the tests of 2 flavors are gone'],
    [{ posts: { ...none, partial: [post] } }, 'openQA made only some tests of 1 flavor'],
    [{ posts: { ...none, unknown: [post, post] } }, '2 flavors may not have been posted'],
    [{ posts: { ...none, refused: [post] } }, 'openQA refused 1 flavor'],
    [{ tests: testsWith(linesOf(1, 'unknown'), 16) }, '1 test ended in a way that Nightjar does not know'],
    [{ images: missing({ isNewlyMissing: true }) }, '1 image is missing'],
    [{ tests: testsWith([...untried, lineOf('unknown')], 16) }, '2 of 16 tests did not run'],
    [
      { tests: testsWith([...untried, lineOf('not-run', { required: true })], 16) },
      '1 required test did not run',
    ],
    [{ tests: testsWith([...untried, ...linesOf(2, 'failed')], 16) }, '2 tests failed'],
    [{ tests: testsWith([...untried, ...linesOf(1, 'new'), lineOf('failed')], 16) }, '1 new failure (base)'],
  ]

  test.each(reasons.map(([, words], nth) => [words, nth] as const))('says "%s"', (words, nth) => {
    const what = reasons
      .slice(0, nth + 1)
      .reduce<Partial<Report>>(
        (all, [more]) => ({ ...all, ...more, ...(more.posts && { posts: joined(all.posts, more.posts) }) }),
        {},
      )

    expect(headline({ verdict: 'degraded', ...what })).toBe(`Rawhide is DEGRADED: ${words}.`)
  })

  test.each<[string, Partial<Report>, string]>([
    [
      'tests',
      { tests: testsWith(linesOf(2, 'unknown')) },
      '2 tests ended in a way that Nightjar does not know',
    ],
    [
      'images',
      { images: missing({ isNewlyMissing: true }, { isNewlyMissing: true }) },
      '2 images are missing',
    ],
    ['flavors', { posts: { ...none, refused: [post, post] } }, 'openQA refused 2 flavors'],
    ['a failure', { tests: testsWith([lineOf('failed')]) }, '1 test failed'],
    [
      'new failures in three areas',
      { tests: testsWith(['base_a', 'apps_b', 'cloud_c'].map((name) => lineOf('new', { test: name }))) },
      '3 new failures',
    ],
  ])('has the words that fit the number of %s', (_, what, words) => {
    expect(headline({ verdict: 'degraded', ...what })).toBe(`Rawhide is DEGRADED: ${words}.`)
  })

  test('does not give a reason that the thresholds tolerate, or that was so before', () => {
    const tests = testsWith([lineOf('new'), lineOf('not-run', { isNew: true }), ...untried], 60)
    const thresholds = { ...usualThresholds, newFailures: 2 }
    const what = { tests, images: missing({ isNewlyMissing: true }) }

    expect(headline({ verdict: 'degraded', ...what }, thresholds)).toMatch(/: 1 image is missing\.$/)
    const old = { tests: testsWith(linesOf(4, 'not-run'), 16), posts: { ...none, refused: [post] } }
    const usual = missing({ isNewlyMissing: true, need: 'usual' }, {})
    expect(headline({ verdict: 'degraded', ...old, images: usual })).toMatch(/: openQA refused 1 flavor\.$/)
  })
})

function joined(
  one: Report['posts'] = { done: 0, refused: [], unknown: [], partial: [], vanished: [] },
  other: Report['posts'],
) {
  return {
    done: 0,
    refused: [...one.refused, ...other.refused],
    unknown: [...one.unknown, ...other.unknown],
    partial: [...one.partial, ...other.partial],
    vanished: [...one.vanished, ...other.vanished],
  }
}
