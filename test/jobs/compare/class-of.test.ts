import { describe, expect, test } from 'vitest'
import type { TestClass } from '../../../jobs/compare/test-class.ts'
import { toldId, toldIn } from './story.ts'

const bugs = { [toldId]: ['brc#1'] }

describe('a test', () => {
  test.each<[TestClass, string, string]>([
    ['passed', 'p', 'passed on the first night'],
    ['passed', 'pp', 'passed as before'],
    ['passed', '-p', 'is there for the first time and passed'],
    ['passed', 'fpnp', 'failed once, and passed the last time it ran'],
    ['passed', 'sp', 'passed after a soft failure'],
    ['fixed', 'fp', 'passed, and failed the last time it ran'],
    ['fixed', 'fn-ip', 'passed, and failed the last time it ran, some nights ago'],
    ['flaky', 'k', 'passed only when tried again'],
    ['flaky', 'fk', 'passed only when tried again, and failed before'],
    ['flaky', 'pt', 'failed softly when tried again'],
    ['soft', 's', 'failed softly'],
    ['soft', 'fs', 'failed softly, and failed before'],
    ['failed', 'f', 'failed on the first night'],
    ['new', 'pf', 'failed, and passed before'],
    ['new', 'sf', 'failed, and failed softly before'],
    ['new', 'kf', 'failed, and was flaky before'],
    ['new', 'pfpf', 'failed again after it was mended'],
    ['new', 'pgf', 'failed in other modules than before'],
    ['new', 'pn-f', 'failed, and passed the last time it ran, some nights ago'],
    ['still', 'pff', 'failed as before'],
    ['still', 'pgbf', 'failed in one of the modules of the night before'],
    ['still', 'puf', 'failed, and in which modules it failed before is not known'],
    ['still', 'pfu', 'failed in unknown modules, and failed before'],
    ['still', 'pfn-f', 'failed as the last time it ran, some nights ago'],
    ['never-passed', 'ff', 'failed on each night'],
    ['never-passed', 'gf', 'failed on each night, in other modules than before'],
    ['never-passed', '-f', 'failed, and is there for the first time'],
    ['never-passed', 'nf', 'failed, and never ran before'],
    ['not-run', 'pi', 'ended incomplete'],
    ['not-run', 'pn', 'was skipped'],
    ['not-run', 'pc', 'was cancelled'],
    ['unfinished', 'pr', 'still runs'],
    ['unknown', 'px', 'has a result that nobody knows'],
    ['unknown', 'po', 'is in a state that nobody knows'],
  ])('is %s where it is `%s`: it %s', (kind, story) => {
    expect(toldIn(story).class).toBe(kind)
  })

  test.each(['f', '-f', 'ff', 'pf', 'pff'])('is known where it failed and has a bug: `%s`', (story) => {
    expect(toldIn(story, { bugs })).toMatchObject({ class: 'known', bugs: ['brc#1'] })
  })

  test.each([
    ['pp', 'passed'],
    ['fp', 'fixed'],
    ['pi', 'not-run'],
  ])('that did not fail is not known, whatever bug it has: `%s`', (story, kind) => {
    expect(toldIn(story, { bugs }).class).toBe(kind)
  })

  test.each([
    ['f', 'failed'],
    ['p', 'passed'],
    ['k', 'flaky'],
    ['n', 'not-run'],
  ])('is told by tonight alone where nobody could ask for the nights before: `%s`', (story, kind) => {
    expect(toldIn(story, { past: { kind: 'unknown', why: 'it is away' } }).class).toBe(kind)
  })
})
