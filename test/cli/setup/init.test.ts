import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { allAttributesCommand } from '../../../workers/temporal/check-server.ts'
import { filesIn, nightjarIn, ownFolder } from './run-in.ts'

const database = 'postgresql://n:hunter2@db.example.org/nightjar'
const mail = ['--mail-host', 'localhost', '--mail-from', 'n@example.org', '--mail-to', 'a@x.org, B <b@x.org>']

function modeOf(file: string): string {
  return (statSync(file).mode & 0o777).toString(8)
}

/** Runs it for a machine whose files are below a folder. */
function init(folder: string, ...args: readonly string[]) {
  return nightjarIn(folder, ['init', '--system', '--root', folder, ...args])
}

test('a machine gets a configuration, a unit, and a secret that only its owner can read', async () => {
  const folder = ownFolder()
  const { code, stdout, stderr } = await init(folder, '--yes', '--database-url', database, ...mail)

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const config = join(folder, 'etc/nightjar/nightjar.toml')
  const secret = join(folder, 'etc/nightjar/credentials/database-url')
  expect(readFileSync(secret, 'utf8')).toBe(`${database}\n`)
  expect([modeOf(secret), modeOf(join(secret, '..')), modeOf(config)]).toEqual(['600', '700', '644'])
  for (const file of filesIn(folder).filter((name) => !name.includes('credentials')))
    expect(readFileSync(join(folder, file), 'utf8')).not.toContain('hunter2')
  expect(stdout).not.toContain('hunter2')
  expect(stdout.split('\nNext:\n')[1]?.trimEnd().split('\n')).toEqual([
    '  # look at every value',
    '  nightjar config',
    '  # once for the Temporal server: search attributes, and how long ended nights are kept',
    `  TEMPORAL_ADDRESS=127.0.0.1:7233 ${allAttributesCommand('default')}`,
    '  TEMPORAL_ADDRESS=127.0.0.1:7233 temporal operator namespace update --namespace default --retention 90d',
    '  # where the database is not there yet, as its superuser',
    "  createuser --pwprompt 'n'",
    "  createdb --owner 'n' 'nightjar'",
    '  # a worker; the first one makes the tables',
    expect.stringContaining('systemctl enable --now nightjar-worker'),
    '  # plan the nights',
    '  TEMPORAL_ADDRESS=127.0.0.1:7233 nightjar schedule apply',
    '  # is anything wrong?',
    `  TEMPORAL_ADDRESS=127.0.0.1:7233 NIGHTJAR_DATABASE_URL_FILE='${secret}' nightjar doctor`,
  ])
  const told = await nightjarIn(folder, ['config', 'mail.to', '--config', config])
  expect(told.stdout).toBe('["a@x.org","B <b@x.org>"]\n')
})

test('a user gets the same below the home, where every command finds it', async () => {
  const folder = ownFolder()
  const args = [
    'init',
    '--yes',
    '--user',
    '--temporal',
    'temporal.example.org:7233',
    '--arches',
    'x86_64,aarch64',
  ]
  const { code, stdout } = await nightjarIn(folder, args, { NIGHTJAR_DATABASE_URL: database })

  expect(code).toBe(0)
  expect(filesIn(folder)).toEqual([
    '/.config/nightjar/credentials/database-url',
    '/.config/nightjar/nightjar.toml',
    '/.config/systemd/user/nightjar-worker.service',
  ])
  const unit = readFileSync(join(folder, '.config/systemd/user/nightjar-worker.service'), 'utf8')
  expect(unit).toContain(`ExecStart=${resolve('bin/nightjar')} worker\n`)
  expect(unit).toContain('Environment=TEMPORAL_ADDRESS=temporal.example.org:7233\n')
  expect(unit).toContain(`LoadCredential=database-url:${folder}/.config/nightjar/credentials/database-url\n`)
  expect(stdout).toContain('systemctl --user enable --now nightjar-worker')
  const told = await nightjarIn(folder, ['config', 'openqa.arches'])
  expect(told.stdout).toBe('["x86_64","aarch64"]\n')
})

test('files that are there are left as they are, unless --force says otherwise', async () => {
  const folder = ownFolder()
  await init(folder, '--yes')
  const config = join(folder, 'etc/nightjar/nightjar.toml')
  const same = await init(folder, '--yes')
  writeFileSync(config, '# mine\n')

  const refused = await init(folder, '--yes', '--temporal', 'other:7233')

  expect(same.code).toBe(0)
  expect(refused).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(config) })
  expect(readFileSync(config, 'utf8')).toBe('# mine\n')
  expect((await init(folder, '--yes', '--force')).code).toBe(0)
  expect(readFileSync(config, 'utf8')).toContain('[openqa]')
})

test('--dry-run shows the files without the secret, and writes nothing', async () => {
  const folder = ownFolder()
  const { code, stdout } = await init(folder, '--yes', '--dry-run', '--database-url', database)

  expect(code).toBe(0)
  expect(stdout).toContain(`== ${folder}/etc/nightjar/nightjar.toml (mode 0644)\n`)
  expect(stdout).toContain('credentials/database-url (mode 0600)\nset, not shown\n')
  expect(stdout).not.toContain('hunter2')
  expect(filesIn(folder)).toEqual([])
})

test.each([
  [['--mail-host', 'h', '--mail-to', 'a@x.org'], '--mail-from: expected one mail address'],
  [['--mail-host', 'h', '--mail-from', 'a@x.org'], '--mail-to: expected at least one mail address'],
  [['--mail-to', 'a@x.org'], '--mail-host: expected a mail server, as mails are to be sent'],
  [['--openqa-url', 'openqa'], '--openqa-url: expected a URL'],
  [['--arches', ','], '--arches: expected at least one arch'],
  [['--temporal', 'no port'], 'expected host:port for the Temporal server'],
  [['--temporal', 'h:1\nExecStart=/bin/x'], 'expected host:port for the Temporal server'],
  [['--database-url', 'hunter2'], 'expected a URL such as "postgresql://user'],
])('%j is a mistake, nothing is written, exit code 2', async (args, said) => {
  const folder = ownFolder()
  const { code, stderr } = await init(folder, '--yes', ...args)

  expect(code).toBe(2)
  expect(stderr).toContain(said)
  expect(stderr).not.toContain('hunter2')
  expect(filesIn(folder)).toEqual([])
})

test('every option that is wrong is told at once', async () => {
  const wrong = ['--openqa-url', 'openqa', '--temporal', 'h', '--mail-host', 'h', '--mail-to', 'a@x.org,b']
  const { code, stderr } = await init(ownFolder(), '--yes', ...wrong)

  expect(code).toBe(2)
  expect(stderr.trimEnd().split('\n')).toEqual([
    'nightjar: 4 options are wrong:',
    expect.stringMatching(/^ {2}--openqa-url: expected a URL such as .*, got "openqa"$/),
    '  --temporal: expected host:port for the Temporal server, got "h"',
    '  --mail-from: expected one mail address, got ""',
    '  --mail-to: expected one mail address, got "b"',
  ])
})

test('without a terminal and --yes it says what to give, exit code 2', async () => {
  const { code, stdout, stderr } = await nightjarIn(ownFolder(), ['init'])

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('say --yes, and with --temporal, --database-url, --mail-host')
})
