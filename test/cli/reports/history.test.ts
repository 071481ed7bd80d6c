import { expect, test } from 'vitest'
import { postgresArchive } from '../../../archive/postgres-archive.ts'
import { nothingKnown } from '../../../jobs/compare/before.ts'
import { editionOf, imageOf, recordStory, runOf } from '../../archive/nights.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { configFile } from '../../config-file.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'

const before = nothingKnown('')

/** An archive with nights of Rawhide: a test passes, fails twice and is flaky; an image goes. */
async function archived() {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await freshDatabase())
  const config = stack.use(await configFile(`[archive]\nurl = "${database.url}"\n`))
  const archive = postgresArchive(database.db)
  await recordStory(archive, 'pffk', '2026-11-23')
  for (const [date, images] of [
    ['2026-11-24', [imageOf({ subvariant: 'KDE' }), imageOf({ subvariant: 'Server' })]],
    ['2026-11-25', [imageOf({ subvariant: 'Server' })]],
  ] as const) {
    const run = runOf(date)
    await archive.recordEdition(
      run,
      'key/1',
      editionOf(run, { images, jobs: [jobOf({ id: 7 })], facts: { before } }),
    )
  }
  const kept = stack.move()
  return { config: ['--config', config.file], [Symbol.asyncDispose]: () => kept.disposeAsync() }
}

test('the first word may be the stream', async () => {
  await using archive = await archived()

  const named = await nightjar('history', 'rawhide', 'told', ...archive.config)
  const other = await nightjar('history', 'branched', 'told', ...archive.config)

  expect(named.stdout).toContain('told on Server-dvd-iso x86_64 64bit, rawhide')
  expect(other.code).toBe(1)
})

test('a test is shown by words of its name, the latest night first', async () => {
  await using archive = await archived()

  const { code, stdout } = await nightjar(
    'history',
    'told on',
    'x86_64, required',
    '--stream',
    'rawhide',
    ...archive.config,
  )

  expect(code).toBe(0)
  expect(stdout.split('\n').map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    'told on Server-dvd-iso x86_64 64bit, rawhide',
    'NIGHT COMPOSE RESULT WHERE',
    'rawhide/2026-11-25 Fedora-Rawhide-20261125.n.0 no job',
    'rawhide/2026-11-24 Fedora-Rawhide-20261124.n.0 no job',
    'rawhide/2026-11-23 Fedora-Rawhide-20261123.n.0 flaky',
    'rawhide/2026-11-22 Fedora-Rawhide-20261122.n.0 failed _boot',
    'rawhide/2026-11-21 Fedora-Rawhide-20261121.n.0 failed _boot',
    'rawhide/2026-11-20 Fedora-Rawhide-20261120.n.0 passed',
    '',
  ])
})

test('an image is shown where it was and where it was missing', async () => {
  await using archive = await archived()

  const { stdout } = await nightjar('history', 'KDE dvd x86_64', '--json', ...archive.config)

  expect(printed('nightjar/history/2', stdout)).toEqual({
    schema: 'nightjar/history/2',
    histories: [
      {
        stream: 'rawhide',
        name: 'KDE dvd x86_64',
        nights: [
          {
            run: 'nightly/rawhide/2026-11-25',
            date: '2026-11-25',
            compose: 'Fedora-Rawhide-20261125.n.0',
            result: 'missing',
            detail: '',
          },
          {
            run: 'nightly/rawhide/2026-11-24',
            date: '2026-11-24',
            compose: 'Fedora-Rawhide-20261124.n.0',
            result: 'there',
            detail: '1000000 bytes',
          },
        ],
      },
    ],
  })
})

test('what the archive does not know has no history, exit code 1', async () => {
  await using archive = await archived()

  const { code, stdout } = await nightjar('history', 'no_such_test', ...archive.config)

  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: 'no test or image of the archive has all of: no_such_test\n',
  })
})

test('the last good compose is the last that passed, and other verdicts may count', async () => {
  await using archive = await archived()

  const good = await nightjar('last-good', 'rawhide', '--json', ...archive.config)
  const none = await nightjar('last-good', 'branched', ...archive.config)
  const wrong = await nightjar('last-good', 'rawhide', '--verdict', 'fine', ...archive.config)

  expect(printed('nightjar/last-good/1', good.stdout)).toMatchObject({
    schema: 'nightjar/last-good/1',
    compose: 'Fedora-Rawhide-20261125.n.0',
    verdict: 'passed',
  })
  expect(none).toMatchObject({ code: 1, stdout: 'no night of branched in the archive ended passed\n' })
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('passed') })
})

test('nights are drawn as a strip, with a letter and words for each verdict', async () => {
  await using archive = await archived()

  const { code, stdout } = await nightjar('list', '--stream', 'rawhide', '--svg', ...archive.config)

  expect(code).toBe(0)
  expect(stdout).toMatch(/^<svg [^]*2026-11-25: PASSED, Fedora-Rawhide-20261125\.n\.0[^]*<\/svg>\n$/)
})
