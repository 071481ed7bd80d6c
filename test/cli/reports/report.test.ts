import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { imagesOf, smallFedora, type Files } from '../small-fedora.ts'
import { nightjar } from '../nightjar.ts'

const tonight = 'Fedora-Rawhide-20261124.n.0'
const before = 'Fedora-Rawhide-20261123.n.0'
const tree = (id: string) => `/compose/rawhide/${id}`

/** openQA's answer to a list of jobs, each with its result. */
function jobs(results: Readonly<Record<string, string>>): string {
  return JSON.stringify({
    jobs: Object.entries(results).map(([name, result], nth) => ({
      id: 100 + nth,
      test: name,
      state: 'done',
      result,
      settings: { DISTRI: 'fedora', FLAVOR: 'Server-dvd-iso', ARCH: 'x86_64', MACHINE: '64bit' },
      modules: result === 'failed' ? [{ name, result }] : [],
    })),
  })
}

const files: Files = {
  [`${tree(tonight)}/compose/metadata/images.json`]: imagesOf(tonight),
  [`${tree(tonight)}/STATUS`]: 'FINISHED_INCOMPLETE\n',
  [`${tree(before)}/compose/metadata/images.json`]: imagesOf(before),
  [`${tree(before)}/STATUS`]: 'FINISHED\n',
  [`/api/v1/jobs?build=${tonight}`]: jobs({
    base_selinux: 'failed',
    podman: 'failed',
    install_default: 'passed',
  }),
  [`/api/v1/jobs?build=${before}`]: jobs({
    base_selinux: 'passed',
    podman: 'failed',
    install_default: 'failed',
  }),
  '/api/v1/jobs/100/comments': '[]',
  '/api/v1/jobs/101/comments': JSON.stringify([{ bugrefs: ['brc#1234567'] }]),
}

async function fedora(more: Files = {}, mail = '') {
  const served = await smallFedora({ ...files, ...more })
  const config = join(served.folder, 'report.toml')
  const { url } = served.server
  await writeFile(
    config,
    `[compose]\ntree = "${url}/compose"\n[koji]\nrequired = false\n[mirror]\nrequired = false\n[openqa]\nurl = "${url}"\n${mail}`,
  )
  return { served, config: ['--config', config] }
}

test('a compose is compared with the one that is named, by what openQA says of both', async () => {
  const { served, config } = await fedora()
  await using _ = served

  const { code, stdout } = await nightjar(
    'report',
    tonight,
    '--baseline',
    before,
    '--format',
    'json',
    ...config,
  )

  const report = parseReport(stdout)
  expect(code).toBe(1)
  expect(report.comparison?.baseline?.compose).toBe(before)
  expect(report.headline).toBe(
    'Rawhide is BROKEN: the required test base_selinux (Server-dvd-iso x86_64) failed; 0 of 1 required tests passed.',
  )
  expect(report.tests.list.map((line) => [line.test, line.class])).toEqual([
    ['base_selinux', 'new'],
    ['install_default', 'fixed'],
    ['podman', 'known'],
  ])
})

test('a compose in a folder is reported on as text, with the command that prints it as JSON', async () => {
  const { served, config } = await fedora()
  await using _ = served
  const metadata = join(served.folder, 'compose', 'metadata')
  await mkdir(metadata, { recursive: true })
  await writeFile(join(metadata, 'images.json'), imagesOf(tonight, 'KDE live x86_64'))

  const { stdout } = await nightjar('report', served.folder, '--baseline', before, ...config)

  expect(stdout).toMatch(/^Rawhide is BROKEN: the required image KDE live x86_64 is missing and the/)
  expect(stdout).toContain('\nCompared with 20261123.n.0\n')
  expect(stdout).toContain(`nightjar report ${tonight} --format json`)
})

test('a candidate that is named by its id has its label in the title', async () => {
  const candidate = 'Fedora-44-20260414.0'
  const composeinfo = { payload: { compose: { id: candidate, type: 'production', label: 'RC-1.2' } } }
  const { served, config } = await fedora({
    [`/compose/44/${candidate}/compose/metadata/images.json`]: imagesOf(candidate),
    [`/compose/44/${candidate}/compose/metadata/composeinfo.json`]: JSON.stringify(composeinfo),
    [`/compose/44/${candidate}/STATUS`]: 'FINISHED\n',
    [`/api/v1/jobs?build=${candidate}`]: jobs({ install_default: 'passed' }),
  })
  await using _ = served

  const { stdout } = await nightjar('report', candidate, '--baseline', before, '--format', 'json', ...config)

  expect(parseReport(stdout)).toMatchObject({
    title: 'Fedora 44 RC-1.2',
    compose: { label: 'RC-1.2' },
    night: { stream: 'candidate', date: '2026-04-14' },
  })
})

test('openQA that does not answer is no verdict: exit code 3', async () => {
  const { served, config } = await fedora({ [`/api/v1/jobs?build=${tonight}`]: 503 })
  await using _ = served

  const { code, stdout, stderr } = await nightjar('report', tonight, '--baseline', before, ...config)

  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr).toContain('503')
})

test('a compose without tests is not known to be broken or not', async () => {
  const { served, config } = await fedora({ [`/api/v1/jobs?build=${tonight}`]: jobs({}) })
  await using _ = served

  const { code, stdout } = await nightjar('report', tonight, '--baseline', before, ...config)

  expect(code).toBe(1)
  expect(stdout).toMatch(/^Whether Rawhide is broken is NOT KNOWN: openQA has no tests of it\.\n/)
})

test('a report is mailed to those for whom the configuration wants it, and twice it is the same mail', async () => {
  await using inbox = await startInbox()
  const rule = '[[mail.rules]]\nto = ["trouble@example.org"]\nwhen = "trouble"\n'
  const other = '[[mail.rules]]\nto = ["branched@example.org"]\nwhen = "always"\nstreams = ["branched"]\n'
  const mail = `[mail]\nhost = "${inbox.host}"\nport = ${inbox.port}\nfrom = "n@example.org"\n${rule}${other}`
  const { served, config } = await fedora({}, mail)
  await using _ = served
  const words = ['report', tonight, '--baseline', before, '--send', ...config]

  const first = await nightjar(...words)
  await nightjar(...words)

  expect(first.stderr).toContain('mailed to trouble@example.org')
  expect(inbox.deliveries()).toHaveLength(2)
  expect(inbox.mails()).toMatchObject([
    { subject: expect.stringMatching(/^\[Rawhide\] 20261124\.n\.0 BROKEN: /) },
  ])
})

test('without a configured mail nothing is sent, and the command says what to add', async () => {
  const { served, config } = await fedora()
  await using _ = served

  const { code, stderr } = await nightjar('report', tonight, '--baseline', before, '--send', ...config)

  expect(code).toBe(2)
  expect(stderr).toContain('no mail is configured: add [mail]')
})

test('a compose that openQA has no results of is no baseline, and the report says so', async () => {
  const { served, config } = await fedora({ [`/api/v1/jobs?build=${before}`]: jobs({}) })
  await using _ = served

  const { stdout } = await nightjar('report', tonight, '--baseline', before, ...config)

  expect(stdout).toContain(`openQA has no results of ${before}`)
  expect(stdout).not.toContain('first night')
})

test('a compose is not compared with itself: exit code 2', async () => {
  const { served, config } = await fedora()
  await using _ = served

  const { code, stderr } = await nightjar('report', tonight, '--baseline', tonight, ...config)

  expect(code).toBe(2)
  expect(stderr).toContain(`${tonight} cannot be compared with itself`)
})
