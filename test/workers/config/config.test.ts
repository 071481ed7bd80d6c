import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigMistakes, loadConfig } from '../../../workers/config/config.ts'
import { patience } from '../../../workflows/patience.ts'
import { configFile } from '../../config-file.ts'

function mistakesIn(file: string): string {
  try {
    loadConfig(file, {})
  } catch (error) {
    if (error instanceof ConfigMistakes) return error.message
    throw error
  }
  return ''
}

test('an empty file is the real Fedora with the patience that the workflows have reasons for', async () => {
  await using config = await configFile('')

  expect(loadConfig(config.file, {})).toMatchObject({
    compose: { tree: 'https://kojipkgs.fedoraproject.org/compose' },
    openqa: { url: 'https://openqa.fedoraproject.org', arches: ['x86_64'] },
    patience,
  })
})

test('the folder is relative to the file, not to where the command is run', async () => {
  await using config = await configFile('folder = "kept"\n')

  expect(loadConfig(config.file, {}).folder).toBe(join(config.folder, 'kept'))
})

test('the file that is named comes before $NIGHTJAR_CONFIG, and that before nightjar.toml', async () => {
  await using named = await configFile('task_queue = "named"\n')
  await using variable = await configFile('task_queue = "variable"\n')
  const environment = { NIGHTJAR_CONFIG: variable.file }

  expect(loadConfig(named.file, environment).task_queue).toBe('named')
  expect(loadConfig(undefined, environment).task_queue).toBe('variable')
})

test.each([
  ['1500 ms', 1500],
  ['30 s', 30_000],
  ['90min', 5_400_000],
  ['6 h', 21_600_000],
])('a look every %s is one every %i ms', async (text, ms) => {
  await using config = await configFile(`[patience.find]\nlook = "${text}"\n`)

  expect(loadConfig(config.file, {}).patience.find).toEqual({ ...patience.find, lookMs: ms })
})

test.each([
  ['folder = 5', 'folder: expected string, got 5'],
  [
    '[koji]\nhub = "koji.fedoraproject.org"',
    'koji.hub: expected a URL such as "https://host/path", got "koji',
  ],
  ['[koji]\nhub = "ftp://koji.example"', 'koji.hub: expected a URL such as "https://host/path", got "ftp'],
  ['[mirror]\nrsync = "https://dl.example"', 'mirror.rsync: expected a URL such as "rsync://host/module"'],
  ['[koji]\nhub = "https://me:hunter2@koji.example"', 'koji.hub: expected a URL without a user or password'],
  ['[mirror]\nrsync = "rsync://me@dl.example/module"', 'mirror.rsync: expected a URL without a user'],
  [
    '[compose]\ntree = "https://me:hunter2@x.example/compose"',
    'compose.tree: expected a URL without a user or password, as URLs are in reports and mails, got "https://…@x',
  ],
  ['[mail]\nhost = "localhost"\nto = ["a@b"]', 'mail.from: expected one mail address, got nothing'],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\nto = ["a@b\\nBcc: c@d"]',
    'mail.to (1st): expected one mail address, got "a@b',
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"',
    'mail.to: expected at least one mail address, here or in mail.rules, got',
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\nto = ["a@b"]\n[[mail.rules]]\nto = []\nwhen = "trouble"',
    'mail.rules (1st).to: expected at least one mail address, got []',
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\n[[mail.rules]]\nto = ["a@b"]\nwhen = "failure"',
    'mail.rules (1st).when: expected "always", "change", "new failure" or "trouble", got "failure"',
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\n[[mail.rules]]\nto = ["a@b"]\nwhen = "always"\narches = ["aarch64"]',
    'mail.rules (1st).when: expected another word next to arches or subvariants, got "always"',
  ],
  [
    '[mail]\nhost = "h"\nfrom = "a@b"\n[[mail.rules]]\nto = ["a@b"]\nwhen = "change"\nstreams = ["elm"]',
    'mail.rules (1st).streams (1st): expected a stream (rawhide, branched, candidate, iot, cloud, eln), got "elm"',
  ],
  [
    '[stream.iot]\nids = ["Fedora-IoT-44"]',
    'stream.iot.ids (1st): expected the form of ids, such as "Fedora-IoT-<release>-<date>.<respin>", got "Fedora',
  ],
  [
    '[stream.kinoite]\nat = "09:00"',
    'stream.kinoite.ids: expected a value, as kinoite is none of the built-in streams (rawhide, branched, candidate,',
  ],
  [
    '[stream.kinoite]\nfolder = "iot"\nids = ["Fedora-eln-<date>.n.<respin>"]',
    'stream.kinoite.ids: expected ids, or a release, that are not those of the stream eln, got ["Fedora-eln',
  ],
  [
    '[stream.kinoite]\nfolder = "kinoite/<version>"\nids = ["Fedora-Kinoite-<release>-<date>.n.<respin>"]',
    'stream.kinoite.release: expected a value, as folder has <version>, got nothing',
  ],
  [
    '[stream.iot]\narches = ["x86_64 aarch64"]',
    'stream.iot.arches (1st): expected one arch such as "x86_64", got "x86_64 aarch64"',
  ],
  ['[stream.eln]\nat = "2:00"', 'stream.eln.at: expected a time of day such as "05:15", got "2:00"'],
  [
    '[stream.eln]\nat = ["02:00", "25:00"]',
    'stream.eln.at (2nd): expected a time of day such as "05:15", got "25:00"',
  ],
  ['[stream.eln]\nat = 2', 'stream.eln.at: expected a time of day such as "05:15", or a list of them, got 2'],
  ['[stream.eln]\npatience.find.look = "1 min"', 'stream.eln.patience.find.deadline: expected'],
  ['[stream.eln]\npatience.call = "1 min"', 'stream.eln.patience.call: unknown key'],
  ['[stream.eln]\nat = []', 'stream.eln.at: expected at least one time of day, got []'],
  [
    '[stream.eln]\nat = ["02:00", "14:00", "02:30"]',
    'stream.eln.at: expected distinct hours: times that are at',
  ],
  [
    '[stream.eln]\nat = ["23:30", "00:15"]',
    'stream.eln.at: expected distinct hours: times that are at least an',
  ],
  ['[stream.IoT]\nat = "09:00"', 'stream.IoT: expected the name of a stream, of small letters, digits'],
  [
    '[stream.iot]\nfolder = "../iot"',
    'stream.iot.folder: expected a folder below the compose tree, such as "iot" or "<version>", got "../iot"',
  ],
  [
    '[stream.iot]\nrelease = "newest"',
    'stream.iot.release: expected "branched", "current", "rawhide" or a number such as 44, got "newest"',
  ],
  [
    '[stream.iot]\ntitle = "IoT <release>"',
    'stream.iot.title: expected no "<" and ">" but in "<version>", got "IoT <release>"',
  ],
  [
    '[openqa]\narches = ["x86_64 aarch64"]',
    'openqa.arches (1st): expected one arch such as "x86_64", got "x86_64 aarch64"',
  ],
  [
    '[stream.candidate]\nreport_within = "30 h"',
    'stream.candidate.report_within: expected "never", as no candidate is due at an hour, got "1800 min"',
  ],
  ['[openqa]\nrestarts = -1', 'openqa.restarts: expected number to be >=0, got -1'],
  ['[patience.find]\ndeadline = "0 h"', 'patience.find.deadline: expected a duration such as'],
  ['[patience.look]\nlook = "1 s"', 'patience.look: unknown key'],
  ['[mail]\npassword = "hunter2"', 'mail.password: unknown key; secrets do not belong in this file'],
])('%j is a mistake: %s', async (text, said) => {
  await using config = await configFile(`${text}\n`)

  expect(mistakesIn(config.file)).toContain(`\n  ${said}`)
})

test('a value that stands in a wrong place is shown short, a secret not at all', async () => {
  await using config = await configFile(
    `folder = [${'"x",'.repeat(100)}]\n[openqa]\nsecret = "0123456789ABCDEF"\n`,
  )

  const said = mistakesIn(config.file)

  expect(Math.max(...said.split('\n').map((line) => line.length))).toBeLessThan(160)
  expect(said).not.toContain('0123456789ABCDEF')
})

test('text that is no TOML is shown with its line', async () => {
  await using config = await configFile('folder = ".nightjar"\ntask_queue nightjar\n')

  expect(mistakesIn(config.file)).toMatch(/nightjar\.toml is not TOML: .*\n.*2: {2}task_queue nightjar/s)
})

test('nobody is named in reports unless the file says so', async () => {
  await using silent = await configFile('')
  await using naming = await configFile('[orders]\npublish_by = true\n')

  expect(loadConfig(silent.file, {}).orders.publish_by).toBe(false)
  expect(loadConfig(naming.file, {}).orders.publish_by).toBe(true)
})
