import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCheckReport } from '../../../report/check-compose/check-report.ts'

const text = readFileSync(`${import.meta.dirname}/report.txt`, 'utf8')

test('images and tests are read by the headings above them', () => {
  const report = readCheckReport(text)

  expect(report?.missing).toEqual(['kde live x86_64', 'minimal raw-xz armhfp'])
  expect(report?.tests.map(({ job, standing, isNew, machine }) => [job, standing, isNew, machine])).toEqual([
    [1, 'failed', true, null],
    [2, 'failed', true, 'aarch64'],
    [3, 'failed', false, 'uefi'],
    [4, 'soft', false, null],
    [5, 'passed', true, null],
  ])
  expect(report?.tests[1]).toMatchObject({
    arch: 'aarch64',
    flavor: 'Server-dvd-iso',
    test: 'install_default',
  })
  expect(report?.gaps).toEqual([])
})

test.each([
  [`Fedora-Rawhide-20261124.n.0 compose check report\n\n${text}`, 'Fedora-Rawhide-20261124.n.0'],
  [`Fedora Rawhide 20151214 compose check report\n\n${text}`, null],
  [text, null],
])('the compose is that of the subject, not the one before', (whole, compose) => {
  expect(readCheckReport(whole)?.compose).toBe(compose)
})

test('a report that lists fewer tests than it counts says so', () => {
  const cut = text.replace(/ID: 3.*\n/, '')

  expect(readCheckReport(cut)?.gaps).toEqual(['it counts 3 failed tests, and 2 could be read'])
})

test('a report that says that no image is missing, and one that does not tell', () => {
  expect(readCheckReport('No missing expected images.\n')?.missing).toEqual([])
  expect(readCheckReport('Failed openQA tests: 0/2 (x86_64)\n')?.missing).toBeNull()
})

test('another text is no report', () => {
  expect(readCheckReport('Subject: lunch\n\nID: 3 Test: x86_64 universal base\n')).toBeNull()
})
