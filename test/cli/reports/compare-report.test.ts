import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { editionOf, runOf } from '../../archive/nights.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { configFile } from '../../config-file.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'

const subject = 'Fedora-Rawhide-20261124.n.0 compose check report'

/** A night with these jobs, and a mail; answers how the command ends. */
async function compared(jobs: Parameters<typeof jobOf>[0][], mail: string, ...more: readonly string[]) {
  await using database = await freshDatabase()
  await using config = await configFile(`[archive]\nurl = "${database.url}"\n`)
  const run = runOf('2026-11-24')
  await database.archive.recordEdition(run, 'key/1', editionOf(run, { jobs: jobs.map(jobOf) }))
  const file = join(config.folder, 'mail.eml')
  await writeFile(file, mail)
  return await nightjar('compare-report', file, ...more, '--config', config.file)
}

/** As Python sends it. */
function mailOf(text: string, head = subject): string {
  const body = Buffer.from(text).toString('base64')
  return `From: rawhide@fedoraproject.org\nSubject: ${head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n${body}\n`
}

const failed = {
  test: 'install_xfs',
  flavor: 'universal',
  arch: 'x86_64',
  machine: '64bit',
  result: 'failed',
} as const

test('a mail that says the same, exit code 0', async () => {
  const mail = mailOf('Failed openQA tests: 1/2 (x86_64)\n\nID: 1\tTest: x86_64 universal install_xfs\n')

  const { code, stdout } = await compared(
    [
      { ...failed, id: 1 },
      { ...failed, id: 2, test: 'base', result: 'passed' },
    ],
    mail,
  )

  expect(stdout).toBe('Both say the same of nightly/rawhide/2026-11-24.\n')
  expect(code).toBe(0)
})

test('what only one of them says is told from both sides, exit code 1', async () => {
  const text = await readFile('test/report/check-compose/report.txt', 'utf8')
  const jobs = [
    { ...failed, id: 11 },
    {
      ...failed,
      id: 2,
      test: 'install_default',
      flavor: 'Server-dvd-iso',
      arch: 'aarch64',
      machine: 'aarch64',
      result: 'passed',
    },
    { ...failed, id: 3, test: 'install_default', machine: 'uefi', cloneId: 13 },
    { ...failed, id: 13, test: 'install_default', machine: 'uefi', result: 'passed' },
    { ...failed, id: 7, test: 'only_here' },
  ] as const

  const { code, stdout } = await compared([...jobs], mailOf(text), '--json')

  expect(code).toBe(1)
  const answer = printed('nightjar/compare-report/1', stdout)
  expect(answer).toMatchObject({ compose: 'Fedora-Rawhide-20261124.n.0', run: 'nightly/rawhide/2026-11-24' })
  const { differences }: { differences: { about: string; checkCompose: string; nightjar: string }[] } =
    Object(answer)
  expect(
    differences.map(({ about, checkCompose, nightjar: ours }) => `${about}: ${checkCompose} | ${ours}`),
  ).toEqual([
    'kde live x86_64: missing | not missing',
    'minimal raw-xz armhfp: missing | not missing',
    'aarch64 Server-dvd-iso install_default@aarch64: failed (job 2) | passed, or openQA has no such test now',
    'x86_64 universal install_default@uefi: failed (job 3) | flaky (job 13), it ran again later',
    'x86_64 universal install_simple_encrypted: soft (job 4) | passed, or openQA has no such test now',
    'x86_64 universal only_here@64bit: no such failure | failed (job 7)',
  ])
})

test('a report that names no compose is compared with a night that is named', async () => {
  const text = 'Failed openQA tests: 0/1 (x86_64)\n'

  const unnamed = await compared([{ ...failed, id: 1 }], text)
  const named = await compared([{ ...failed, id: 1 }], text, '--night', 'rawhide/2026-11-24')

  expect(unnamed).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('add --night, such as rawhide/2026-11-24'),
  })
  expect(named).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('One difference in nightly/rawhide/2026-11-24'),
  })
})

test('a file that is no such report, is not there, or is too large', async () => {
  const other = await compared([], mailOf('Lunch?'))
  const absent = await nightjar('compare-report', '/nonexistent')
  const large = await compared([], `Failed openQA tests: 0/1\n${'x'.repeat(5 * 1024 * 1024)}`)

  expect(other).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('expected a report of check-compose'),
  })
  expect(absent).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot read /nonexistent') })
  expect(large).toMatchObject({ code: 2, stderr: expect.stringContaining('is larger than') })
})
