import { expect, test } from 'vitest'
import { testClasses } from '../../jobs/compare/test-class.ts'
import type { ComparedTest } from '../../jobs/compare/compared-test.ts'
import { classCounts } from '../../report/class-counts.ts'
import { hasPassed, passedCount } from '../../report/told/passed.ts'
import { linesOf, newAreas, testsOf } from '../../report/tests.ts'
import { numberedJob } from '../jobs/numbered-job.ts'
import { lineOf, testsWith } from './test-lines.ts'

const openqa = 'https://openqa.example'

function compared(id: number, what: Partial<ComparedTest> = {}): ComparedTest {
  const job = { ...numberedJob(id, { result: 'failed', reason: 'no disk' }), standing: 'failed' } as const
  const { distri, test: name, flavor, arch, machine } = job
  const line = lineOf('passed', { distri, test: name, flavor, arch, machine })
  const { failedModules: _, ...rest } = line
  return { ...rest, job, failedTries: [], ...what }
}

const onePerClass = testClasses.map((kind, id) =>
  compared(id, { class: kind, arch: id % 2 === 0 ? 'x86_64' : 'aarch64', required: id < 7 }),
)

test('every test is counted once, by its class', () => {
  const { counts } = testsOf([...onePerClass, compared(99)], openqa)

  expect(counts).toEqual({
    ...Object.fromEntries(testClasses.map((kind) => [kind, 1])),
    passed: 2,
    total: 13,
  })
})

test('the counts of the arches, in their order, add up to the whole', () => {
  const { counts, byArch } = testsOf(onePerClass, openqa)

  expect(byArch.map(({ arch }) => arch)).toEqual(['aarch64', 'x86_64'])
  for (const kind of [...testClasses, 'total'] as const)
    expect(byArch.reduce((sum, each) => sum + each.counts[kind], 0)).toBe(counts[kind])
  expect(byArch.map((each) => each.counts.total)).toEqual([6, 6])
})

test('every test is listed in its order, but for those of the class passed', () => {
  const { list } = testsOf([compared(98), ...onePerClass, compared(99)], openqa)

  expect(list.map((line) => line.class)).toEqual(testClasses.filter((kind) => kind !== 'passed'))
})

test('the required tests are counted with those of them that passed', () => {
  const required = (['fixed', 'flaky', 'soft', 'passed', 'not-run', 'still'] as const).map((kind, id) =>
    compared(id, { class: kind, required: true }),
  )

  expect(testsOf([...required, compared(9)], openqa).required).toEqual({ passed: 4, of: 6 })
})

test('a line has the link of the job that counts and of earlier tries', () => {
  const job = { ...numberedJob(7, { result: 'failed', reason: 'no disk', failedModules: ['boot'] }) }
  const tried = numberedJob(6, { result: 'incomplete' })
  const [line] = testsOf(
    [compared(7, { class: 'new', job: { ...job, standing: 'failed' }, failedTries: [tried] })],
    openqa,
  ).list

  expect(line).toMatchObject({
    test: 'test_7',
    job: {
      id: 7,
      state: 'done',
      result: 'failed',
      standing: 'failed',
      reason: 'no disk',
      url: 'https://openqa.example/tests/7',
    },
    failedModules: ['boot'],
    failedTries: [{ id: 6, result: 'incomplete', url: 'https://openqa.example/tests/6' }],
  })
  expect(Object.keys(line?.job ?? {})).toHaveLength(6)
})

test('a test without a job has no link and no modules', () => {
  const [line] = testsOf([compared(1, { class: 'not-run', job: null, absence: 'gone' })], openqa).list

  expect(line).toMatchObject({ job: null, failedModules: [], absence: 'gone' })
})

test('tests that are not in the list of a report have passed', () => {
  expect(classCounts([lineOf('new'), lineOf('passed')], 5)).toMatchObject({ new: 1, passed: 4, total: 5 })
  expect(classCounts([lineOf('new')])).toMatchObject({ new: 1, passed: 0, total: 1 })
})

test('fixed, flaky and soft tests have passed, and no others', () => {
  const passed = testClasses.filter((kind) => hasPassed({ class: kind }))

  expect(passed).toEqual(['fixed', 'flaky', 'soft', 'passed'])
  expect(
    passedCount(
      testsWith(
        testClasses.map((kind) => lineOf(kind)),
        20,
      ).counts,
    ),
  ).toBe(12)
})

test('lines are picked by class, and areas are those of new failures alone', () => {
  const tests = testsWith([
    lineOf('new', { test: 'install_a' }),
    lineOf('failed', { test: 'cloud_b' }),
    lineOf('still', { test: 'base_c' }),
  ])

  expect(linesOf(tests, 'still', 'new').map((line) => line.test)).toEqual(['install_a', 'base_c'])
  expect(newAreas(tests)).toBe('installer')
})
