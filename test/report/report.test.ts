import { expect, test } from 'vitest'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { z } from 'zod'

import { makeReport } from '../../report/make-report.ts'
import { renderJson } from '../../report/json.ts'
import { parseReport, reportSchema } from '../../report/report-schema.ts'
import { jobOf } from '../jobs/job-of.ts'
import { green } from './green-night.ts'
import { nights } from './nights.ts'

test.each(Object.entries(nights))('the JSON on a night that is %s is read back as it was', (_, facts) => {
  const report = makeReport(facts)

  expect(parseReport(renderJson(report))).toEqual(report)
})

test.each(Object.entries(nights))('the JSON on a night that is %s fits the JSON Schema', (_, facts) => {
  const json: unknown = JSON.parse(renderJson(makeReport(facts)))

  expect(z.fromJSONSchema(z.toJSONSchema(reportSchema)).safeParse(json).error).toBeUndefined()
})

test('the JSON Schema changes only on purpose', async () => {
  const schema = `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`

  await expect(schema).toMatchFileSnapshot('golden/report-schema.txt')
})

test.each([
  ['green', 'passed'],
  ['failed', 'broken'],
  ['quiet', 'passed'],
  ['new-failure', 'degraded'],
  ['another-module', 'broken'],
  ['fixed', 'passed'],
  ['image-takes-tests', 'broken'],
  ['first-night', 'degraded'],
  ['archive-away', 'degraded'],
  ['absent-again', 'absent'],
  ['mirror-lags', 'unfinished'],
  ['absent', 'absent'],
  ['doomed', 'unfinished'],
  ['unfinished-compose', 'unfinished'],
  ['unobserved', 'unknown'],
  ['unfinished-tests', 'unknown'],
  ['unreachable', 'unknown'],
  ['refused', 'degraded'],
  ['neutral', 'neutral'],
  ['cancelled', 'cancelled'],
  ['rerun', 'passed'],
  ['acceptance-ended', 'broken'],
  ['accepted', 'passed'],
  ['observed', 'unknown'],
])('a night that is %s has the verdict %s', (name, verdict) => {
  expect(makeReport(nights[name] ?? green).verdict).toBe(verdict)
})

test('every test is counted once, and the arches add up to the whole', () => {
  const { tests } = makeReport(nights['failed'] ?? green)

  const { total, ...standing } = tests.counts
  expect(Object.values(standing).reduce((sum, count) => sum + count, 0)).toBe(total)
  expect(tests.byArch.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(total)
})

test('a word of openQA that is not known asks for a person', () => {
  const { verdict, attention } = makeReport({
    ...green,
    jobs: buildJobs([...green.jobs.every, jobOf({ id: 9, result: 'ascended' })]),
  })

  expect(verdict).toBe('degraded')
  expect(attention).toEqual([
    'install_default (Server-dvd-iso x86_64) is "done" with the result "ascended", which Nightjar does not know',
  ])
})

test('a refused second chance and a guess of the plan are told to a person', () => {
  const { attention } = makeReport({
    ...green,
    warnings: ['the release list could not be read'],
    refusedRestarts: [{ scenario: 'Server-dvd-iso x86_64 install_default@64bit', why: 'an image is gone' }],
  })

  expect(attention).toEqual([
    'the release list could not be read',
    'openQA refused to restart Server-dvd-iso x86_64 install_default@64bit: an image is gone',
  ])
})

test('what is no report is garbled, and the error says what was expected', () => {
  expect(() => parseReport('{}')).toThrow(/report .*schema 1/)
})
