import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare } from '../../../jobs/compare/compare.ts'
import { failedClasses, testClasses } from '../../../jobs/compare/test-class.ts'
import { usualThresholds } from '../../../jobs/verdict/thresholds.ts'
import type { AwaitEnd, VerdictInput } from '../../../jobs/verdict/verdict-input.ts'
import { judge } from '../../../jobs/verdict/verdict.ts'
import { input } from '../compare/story.ts'
import { numberedJob } from '../numbered-job.ts'
import { judged, testOf } from './judged.ts'

const anyEnd = fc.constantFrom<AwaitEnd>('settled', 'deadline', 'unreachable', 'nothing-scheduled')

const anyTests = fc
  .array(
    fc.tuple(fc.constantFrom(...testClasses), fc.record({ required: fc.boolean(), isNew: fc.boolean() })),
    { maxLength: 12 },
  )
  .map((tests) => tests.map(([kind, what], nth) => testOf(nth, kind, what)))

const anyPosts = fc.array(
  fc.constantFrom<VerdictInput['posts'][number]>(
    { kind: 'scheduled', flavor: 'Server-dvd-iso', arch: 'x86_64', jobs: 2 },
    { kind: 'refused', flavor: 'universal', arch: 'x86_64', why: 'no templates' },
    { kind: 'unknown', flavor: 'universal', arch: 'x86_64', why: 'no answer' },
  ),
  { maxLength: 2 },
)

const anyInput: fc.Arbitrary<VerdictInput> = fc
  .tuple(
    anyTests,
    anyPosts,
    fc.array(fc.record({ required: fc.boolean(), isNewlyMissing: fc.boolean() }), { maxLength: 2 }),
    anyEnd,
    fc.record({
      newFailures: fc.integer({ min: 1, max: 3 }),
      degradedNotRun: fc.constantFrom(0, 0.05, 1),
      unknownNotRun: fc.constantFrom(0, 0.5, 1),
    }),
  )
  .map(([tests, posts, missing, end, thresholds]) => judged(tests, { posts, missing, end, thresholds }))

test('one more required test that failed makes any compose broken', () => {
  fc.assert(
    fc.property(anyInput, fc.constantFrom(...failedClasses), fc.boolean(), (facts, kind, isNew) => {
      const tests = [...facts.comparison.tests, testOf(99, kind, { required: true, isNew })]

      expect(judge({ ...facts, comparison: { ...facts.comparison, tests } }).kind).toBe('broken')
    }),
  )
})

test('a compose is neither passed nor degraded where openQA does not answer, or has no tests of it', () => {
  fc.assert(
    fc.property(anyInput, (facts) => {
      for (const otherwise of [{ end: 'unreachable' }, { jobs: [] }] as const)
        expect(['broken', 'unknown']).toContain(judge({ ...facts, ...otherwise }).kind)
    }),
  )
})

test('a compose passed only where every required test passed, and each test is known to have ended', () => {
  fc.assert(
    fc.property(anyInput, (facts) => {
      if (judge(facts).kind !== 'passed') return
      const { tests } = facts.comparison
      const passed = ['passed', 'fixed', 'flaky', 'soft']
      expect(tests.filter(({ required, class: kind }) => required && !passed.includes(kind))).toEqual([])
      expect(tests.filter(({ class: kind }) => ['unfinished', 'unknown'].includes(kind))).toEqual([])
    }),
  )
})

test('a compose without nights before it passed only where every job that counts has ended well', () => {
  const words = fc.constantFrom('passed', 'softfailed', 'failed', 'incomplete', 'skipped', 'none', 'odd')
  const states = fc.constantFrom('done', 'done', 'done', 'cancelled', 'running', 'scheduled', 'odd')
  const job = fc.record({ result: words, state: states })
  const pasts = fc.constantFrom<'known' | 'unknown'>('known', 'unknown')
  fc.assert(
    fc.property(fc.array(job, { maxLength: 4 }), anyEnd, pasts, (changes, end, kind) => {
      const jobs = changes.map((change, nth) => numberedJob(nth, change))
      const past = kind === 'known' ? { kind, nights: [] } : { kind, why: 'it is away' }
      const compared = input(jobs, { past })

      const verdict = judge({
        ...judged([], { posts: [], end, thresholds: usualThresholds }),
        jobs: compared.jobs.latest,
        comparison: compare(compared),
      })

      const well = jobs.every(({ state, result }) => state === 'done' && /passed|softfailed/.test(result))
      expect(verdict.kind === 'passed').toBe(well && jobs.length > 0 && end !== 'unreachable')
    }),
  )
})
