import { describe, expect, test } from 'vitest'
import type { NewResult } from '../../../jobs/resultsdb/new-result.ts'
import { resultOfJob, type JobResult } from '../../../jobs/resultsdb/result-of-job.ts'
import { image } from '../nightly-images.ts'
import { build, jobOfFedora, reporting, serverDvd, type RawJob } from './job-of-fedora.ts'

function made(raw: RawJob = {}): JobResult {
  return resultOfJob(jobOfFedora(raw), reporting)
}

function resultOf(raw: RawJob = {}): NewResult {
  const { kind, ...rest } = made(raw)
  if (kind === 'result' && 'result' in rest) return rest.result
  throw new Error(`expected a result, got ${kind}`)
}

test('a job that passed on an image has a result on that image', () => {
  const url = 'https://openqa.fedoraproject.org/tests/4711'

  expect(resultOf()).toEqual({
    outcome: 'PASSED',
    testcase: 'compose.install_default_upload',
    testcaseUrl: url,
    url,
    note: '',
    groups: [
      { namespace: 'source', name: 'openqa' },
      { namespace: 'compose', name: build, url: reporting.compose.url },
      { namespace: 'openqa', name: build },
      { namespace: 'image', name: 'server.dvd.iso.x86_64.1' },
      { namespace: 'openqa', name: 'server.dvd.iso.x86_64.1' },
    ],
    data: {
      item: serverDvd,
      type: 'compose',
      source: 'openqa',
      'meta.conventions': 'result productmd.compose fedora.compose productmd.image fedora.image',
      'productmd.compose.id': build,
      'productmd.compose.name': 'Fedora',
      'productmd.compose.short': 'Fedora',
      'productmd.compose.version': 'Rawhide',
      'productmd.compose.date': '20261124',
      'productmd.compose.type': 'nightly',
      'productmd.compose.respin': '0',
      'productmd.image.arch': 'x86_64',
      'productmd.image.disc_number': '1',
      'productmd.image.format': 'iso',
      'productmd.image.subvariant': 'Server',
      'productmd.image.type': 'dvd',
      firmware: 'bios',
      arch: 'x86_64',
      scenario: 'fedora.Server-dvd-iso.x86_64.64bit',
    },
  })
})

test('a job with TEST_TARGET=COMPOSE has a result on the compose', () => {
  const { groups, data } = resultOf({ settings: { TEST_TARGET: 'COMPOSE', UEFI: '1', MACHINE: 'uefi' } })

  expect(groups).toHaveLength(3)
  expect(data).toMatchObject({ item: build, firmware: 'uefi', scenario: 'fedora.Server-dvd-iso.x86_64.uefi' })
  expect(data).not.toHaveProperty('productmd.image.type')
})

test.each([
  ['passed', 'PASSED'],
  ['softfailed', 'INFO'],
  ['failed', 'FAILED'],
  ['parallel_failed', 'FAILED'],
  ['incomplete', 'NEEDS_INSPECTION'],
  ['timeout_exceeded', 'NEEDS_INSPECTION'],
  ['skipped', 'NEEDS_INSPECTION'],
  ['a new word', 'NEEDS_INSPECTION'],
])('a job that ended as %s is %s', (result, outcome) => {
  expect(resultOf({ result }).outcome).toBe(outcome)
})

test('the page of a test case is that of a job that passed', () => {
  expect(resultOf({ result: 'softfailed' }).testcaseUrl).toBe('https://openqa.fedoraproject.org/tests/4711')
  expect(resultOf({ result: 'failed' }).testcaseUrl).toBeNull()
})

test.each([
  ['install_default@64bit', 'compose.install_default_64bit'],
  ['Desktop  Notifications--Live', 'compose.desktop_notifications_live'],
  ['überraschung/ä', 'compose.überraschung_ä'],
])('the test %s has the test case %s', (name, testcase) => {
  expect(resultOf({ test: name }).testcase).toBe(testcase)
})

test.each([
  ['raw-xz', 'HDD_1', 'Fedora-Minimal-raw-xz-aarch64-Rawhide-20261124.n.0.raw'],
  ['raw-xz', 'HDD_2', 'Fedora-Minimal-raw-xz-aarch64-Rawhide-20261124.n.0.raw.xz'],
  ['raw-xz', 'HDD', 'testing-Fedora-Minimal-raw-xz-aarch64-Rawhide-20261124.n.0.raw'],
])('an image %s in %s is found under the name that it has in the compose', (type, target, file) => {
  const settings = { TEST_TARGET: target, [target]: file, IMAGETYPE: type }

  expect(resultOf({ settings }).data.item).toBe('Fedora-Minimal-raw-xz-aarch64-Rawhide-20261124.n.0.raw.xz')
})

function failed(name: string, ...flags: string[]) {
  return { name, result: 'failed', flags }
}

describe('the note', () => {
  test.each([
    [
      'names the first module whose failure counts',
      'failed',
      [failed('a'), failed('b', 'fatal'), failed('c', 'important')],
      'b module failed',
    ],
    ['is empty where none counts', 'failed', [failed('a')], ''],
    [
      'of a soft failure names the last that does not count',
      'softfailed',
      [failed('a'), failed('b')],
      'non-important module b failed',
    ],
    [
      'of a soft failure names one that counts first',
      'softfailed',
      [failed('a'), failed('b', 'important')],
      'b module failed',
    ],
    [
      'leaves out modules that passed',
      'softfailed',
      [
        { name: 'a', result: 'passed', flags: ['fatal'] },
        { name: 'b', result: null },
      ],
      '',
    ],
  ])('%s', (_, result, modules, note) => {
    expect(resultOf({ result, modules }).note).toBe(note)
  })
})

test.each([
  ['was replaced', { clone_id: 5 }],
  ['was cancelled by a person', { result: 'user_cancelled' }],
  ['was obsoleted', { result: 'obsoleted', state: 'cancelled' }],
  ['tested a task of Koji', { settings: { KOJITASK: '1' } }],
  ['says that it is not to be reported', { settings: { TEST_TARGET: 'NONE' } }],
] satisfies [string, RawJob][])('a job that %s has no result', (_, raw) => {
  expect(made(raw)).toEqual({ kind: 'none' })
})

test.each(['EXTRA', 'NOREPORT'])('a job of a BUILD that ends in %s has no result', (end) => {
  const job = { ...jobOfFedora(), settings: new Map([['BUILD', `${build}-${end}`]]) }

  expect(resultOfJob(job, reporting)).toEqual({ kind: 'none' })
})

test.each(['scheduled', 'running', 'a new word'])('a job that is %s has none yet', (state) => {
  expect(made({ state, result: 'none' })).toEqual({ kind: 'pending' })
})

test.each([
  [{ settings: { TEST_TARGET: undefined } }, 'it has no TEST_TARGET'],
  [{ settings: { MACHINE: undefined, VERSION: undefined } }, 'it has no MACHINE, VERSION'],
  [{ settings: { TEST_TARGET: 'DISK' } }, 'its TEST_TARGET is DISK'],
  [{ settings: { TEST_TARGET: 'HDD_1' } }, 'it has no HDD_1, which its TEST_TARGET names'],
  [{ settings: { ISO: 'other.iso' } }, 'the compose has no image other.iso'],
  [{ settings: { ADVISORY: 'FEDORA-2026-1', TEST_TARGET: 'ADVISORY' } }, 'it tested an update'],
  [{ settings: { SUBVARIANT: 'CoreOS' } }, 'it tested CoreOS'],
] satisfies [RawJob, string][])('no result can be made of %j: %s', (raw, why) => {
  expect(made(raw)).toEqual({ kind: 'unclear', why })
})

test('an image whose name separates values in a query has no result', () => {
  const odd = image('Server dvd iso x86_64', { path: 'Server/x86_64/iso/a,b.iso' })
  const job = jobOfFedora({ settings: { ISO: 'a,b.iso' } })

  expect(resultOfJob(job, { ...reporting, images: [odd] })).toEqual({
    kind: 'unclear',
    why: 'the name a,b.iso has a comma',
  })
})
