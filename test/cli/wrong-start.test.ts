import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { freePort } from '../../workers/temporal/free-port.ts'
import { stubServer } from '../clients/stub-server.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { configFile, type ConfigFile } from '../config-file.ts'
import { nightjar } from './nightjar.ts'

/** A configuration whose embedded Temporal is said to listen where nothing does. */
async function withoutTemporal(more = ''): Promise<ConfigFile> {
  const address = `127.0.0.1:${await freePort()}`
  const note = JSON.stringify({ address, ui: 'http://127.0.0.1:8233' })
  return configFile(`folder = "."\n${more}`, { 'temporal.json': note })
}

test.each([
  [['start', 'fedora'], 'expected a stream (rawhide, branched, candidate, iot, cloud, eln), not "fedora"'],
  [['find', 'f44'], 'respin, coreos-<stream>), not "f44"'],
  [['show', 'epel'], 'expected a night such as rawhide, branched/'],
  [['start', 'rawhide', '--date', '2026-02-30'], 'expected a date such as 2'],
  [
    ['start', 'rawhide', '--arch', 'x86_64,x86_46'],
    'expected arches such as x86_64 (x86_64, i386, aarch64, armhfp, arm, ppc64le, ppc64, ppc, riscv64, s390x, ia64), not "x86_46"',
  ],
  [['start', 'rawhide', '--flavors', ''], 'expected flavors such as Server-dvd-iso,universal'],
  [['show', 'rawhide/yesterday'], 'expected a date such as 2'],
  [
    ['start', 'eln', '--date', '2026-11-24'],
    'eln has 4 nights on this date; say which: --date 2026-11-24T02, ',
  ],
  [['start', 'rawhide', '--date', '2026-11-24T05'], 'rawhide has one night a date; say --date 2026-11-24'],
  [['show', 'eln/2026-11-24T2'], 'expected a date such as 2'],
  [['start', 'rawhide', '--date', '2999-12-31'], '2999-12-31 is yet to come (today is '],
  [['start', 'rawhide', '--compose', 'Fedora-Rawhide-20261124'], 'expected a compose id such as'],
  [['start', 'rawhide', '--compose', 'Fedora-Rawhide-20261324.n.0'], 'expected a compose id such as'],
  [['show', 'Fedora-Rawhide-20261124.n.x'], 'expected a compose id such as'],
  [['show', 'nightly/rawhide/Fedora-44'], 'expected a compose id such as'],
  [
    ['start', 'rawhide', '--compose', 'Fedora-44-20261124.n.0'],
    'is not a compose of rawhide, but of branched',
  ],
  [['show', 'Fedora-44-updates-20261124.0'], 'belongs to none of the streams rawhide, branched'],
  [['list', '--verdict', 'broken,brokne'], '--verdict "brokne" is none of broken, '],
  [['archive', 'import', '/nonexistent'], 'cannot read /nonexistent: ENOENT'],
  [['archive', 'import', tmpdir()], 'it is a folder'],
  [['demo', '--scenario', 'quiet'], 'expected a scenario (failures, green,'],
])('%j is told in one line before anything is asked, exit code 2', async (args, said) => {
  const { code, stdout, stderr } = await nightjar(...args)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(said)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test.concurrent.each([
  [['start', 'rawhide']],
  [['show', 'rawhide']],
  [['schedule', 'list']],
  [['schedule', 'apply']],
])(
  '%j without a Temporal server does not wait for one, and says how to get one, exit code 3',
  async (args) => {
    await using config = await withoutTemporal()

    const { code, stdout, stderr } = await nightjar(...args, '--config', config.file)

    expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
    expect(stderr).toMatch(
      /^nightjar: expected a Temporal server at 127\.0\.0\.1:\d+, but it cannot be used \(/,
    )
    expect(stderr).toContain('start one with "bin/nightjar dev", or point TEMPORAL_ADDRESS')
    expect(stderr.trim().split('\n')).toHaveLength(1)
  },
)

test.concurrent.each([
  [['worker']],
  [['list']],
  [['composes', 'rawhide']],
  [['archive', 'export']],
  [['archive', 'prune']],
])('%j without a database is told how to name one, exit code 2', async (args) => {
  await using config = await withoutTemporal()

  const { code, stdout, stderr } = await nightjar(...args, '--config', config.file)

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^nightjar: no database is named for the archive; set NIGHTJAR_DATABASE_URL to /)
  expect(stderr.trim().split('\n')).toHaveLength(1)
})

test('a worker with a database and without a Temporal server does not wait for one, exit code 3', async () => {
  await using database = await freshDatabase()
  await using config = await withoutTemporal(`[archive]\nurl = "${database.url}"\n`)

  const { code, stderr } = await nightjar('worker', '--config', config.file)

  expect(code).toBe(3)
  expect(stderr).toContain('expected a Temporal server at 127.0.0.1:')
})

test('a worker whose database does not answer ends with exit code 3', async () => {
  const port = await freePort()
  await using config = await configFile(
    `[archive]\nurl = "postgresql://me:secret@127.0.0.1:${port}/nights"\n`,
  )

  const { code, stderr } = await nightjar('worker', '--config', config.file)

  expect(code).toBe(3)
  expect(stderr).toContain("the archive's database cannot be reached: ")
  expect(stderr).not.toContain('secret')
})

test('every mistake in a configuration is listed at once, with its key and what was expected', async () => {
  await using config = await configFile(`
task_que = "nightjar"
[compose]
tree = "kojipkgs.fedoraproject.org/compose"
[openqa]
arches = []
[mail]
host = "localhost"
from = "nightjar"
to = ["test@lists.fedoraproject.org"]
[stream.rawhide]
at = "25:00"
zone = "Fedora"
[patience.find]
look = "2 minutes"
`)

  const { code, stderr } = await nightjar('list', '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain(`${config.file} has 7 mistakes:`)
  for (const mistake of [
    'task_que: unknown key',
    'compose.tree: expected a URL such as "https://host/path", got "kojipkgs.fedoraproject.org/compose"',
    'openqa.arches: expected at least one arch, got []',
    'mail.from: expected one mail address, got "nightjar"',
    'stream.rawhide.at: expected a time of day such as "05:15", got "25:00"',
    'stream.rawhide.zone: expected a time zone such as "UTC" or "Europe/Prague", got "Fedora"',
    'patience.find.look: expected a duration such as "30 s", "90 min" or "6h", got "2 minutes"',
    'nightjar.example.toml shows every key',
  ]) {
    expect(stderr).toContain(mistake)
  }
})

test.each([
  ['what is not TOML', 'folder = nightly\n', /is not TOML: .*\n\n1: {2}folder = nightly/s],
  [
    'a secret, which has no place there,',
    '[openqa]\nkey = "1AB"\n',
    /openqa\.key: unknown key; secrets do not belong/,
  ],
])('%s in a configuration is refused, exit code 2', async (_what, text, said) => {
  await using config = await configFile(text)

  const { code, stderr } = await nightjar('worker', '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toMatch(said)
})

test.each([
  ['is not there', '/nowhere/nightjar.toml'],
  ['is a folder', tmpdir()],
])('a configuration that %s is named, with the way to one, exit code 2', async (_how, file) => {
  const { code, stderr } = await nightjar('dev', '--config', file)

  expect(code).toBe(2)
  expect(stderr).toContain(`expected a TOML file at ${file}, but it cannot be read`)
  expect(stderr).toContain('write it with "nightjar init", or name another with --config')
})

test('a second dev for a folder is refused, as its server would harm the database of the first', async () => {
  await using first = await stubServer((response) => response.end())
  const { host: address } = new URL(first.url)
  const note = JSON.stringify({ address, ui: first.url })
  await using config = await configFile('folder = "."\n', { 'temporal.json': note })

  const { code, stderr } = await nightjar('dev', '--config', config.file)

  expect(code).toBe(1)
  expect(stderr).toContain(`"nightjar dev" already runs for ${config.folder}, with Temporal at ${address}`)
})
