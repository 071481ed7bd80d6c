import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { printed } from '../json/printed.ts'
import { nightjarIn, ownFolder } from './run-in.ts'

const mail = '[mail]\nhost = "mail.example.org"\nfrom = "n@example.org"\nto = ["list@example.org"]\n'

function folderWith(toml: string): string {
  const folder = ownFolder()
  writeFileSync(join(folder, 'nightjar.toml'), toml)
  return folder
}

test('without a configuration the first line names every place, and nights observe', async () => {
  const folder = ownFolder()
  const { code, stdout } = await nightjarIn(folder, ['config'])

  expect(code).toBe(0)
  expect(stdout.split('\n').slice(0, 2)).toEqual([
    `there is no configuration in ${folder}/nightjar.toml, ${folder}/.config/nightjar/nightjar.toml, ` +
      '/etc/nightjar/nightjar.toml: these are the defaults',
    'there is no openQA key: nights observe, and post nothing',
  ])
  expect(stdout).toMatch(/^patience\.find\.look +"2 min" +default$/m)
})

test('the configuration of a user says where each value stands, also as JSON', async () => {
  const folder = ownFolder()
  const file = join(folder, '.config', 'nightjar', 'nightjar.toml')
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, mail)

  const words = await nightjarIn(folder, ['config', 'mail'])
  const json = await nightjarIn(folder, ['config', 'mail.host', '--json'], {
    NIGHTJAR_SMTP_PASSWORD: 'hunter2',
  })

  expect(words.stdout).toMatch(new RegExp(`^mail\\.host +"mail\\.example\\.org" +${file}:2$`, 'm'))
  expect(printed('nightjar/config/1', json.stdout)).toEqual({
    schema: 'nightjar/config/1',
    file,
    namedBy: 'search',
    looked: [join(folder, 'nightjar.toml'), file],
    values: [{ key: 'mail.host', value: 'mail.example.org', from: { kind: 'file', file, line: 2 } }],
    secrets: [],
  })
})

test('the JSON of all fits its schema', async () => {
  const { stdout } = await nightjarIn(folderWith(mail), ['config', '--json'], {
    TEMPORAL_ADDRESS: 'temporal:7233',
  })

  expect(printed('nightjar/config/1', stdout)).toMatchObject({
    values: expect.arrayContaining([
      {
        key: 'temporal.address',
        value: 'temporal:7233',
        from: { kind: 'variable', variable: 'TEMPORAL_ADDRESS', file: null },
      },
    ]),
  })
})

test('one value is printed for a script; what nothing sets is exit code 1, what is no key 2', async () => {
  const folder = folderWith(mail)

  expect(await nightjarIn(folder, ['config', 'mail.host'])).toEqual({
    code: 0,
    stdout: 'mail.example.org\n',
    stderr: '',
  })
  expect(await nightjarIn(folder, ['config', 'mail.user'])).toEqual({
    code: 1,
    stdout: '',
    stderr: 'nightjar: nothing sets mail.user\n',
  })
  expect(await nightjarIn(folder, ['config', 'mail.hots'])).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('the configuration has no key "mail.hots"'),
  })
})

test('no secret is shown, wherever it comes from', async () => {
  const folder = folderWith('[archive]\nurl = "postgresql://n:hunter1@host/db"\n')
  const file = join(folder, 'secret')
  writeFileSync(file, 'hunter2\n')
  mkdirSync(join(folder, 'conf'))
  const conf = join(folder, 'conf', 'client.conf')
  writeFileSync(conf, '[openqa.fedoraproject.org]\nkey = hunter3\nsecret = hunter4\n')
  const environment = {
    NIGHTJAR_SMTP_PASSWORD_FILE: file,
    TEMPORAL_API_KEY: 'hunter5',
    OPENQA_CONFIG: join(folder, 'conf'),
  }

  const words = await nightjarIn(folder, ['config'], environment)
  const json = await nightjarIn(folder, ['config', '--json'], environment)
  const one = await nightjarIn(folder, ['config', 'NIGHTJAR_SMTP_PASSWORD'], environment)

  expect(words.stdout).toContain('\nthere is an openQA key: nights post\n')
  expect(words.stdout).toMatch(new RegExp(`^NIGHTJAR_OPENQA_KEY +set +${conf}$`, 'm'))
  expect(words.stdout).toMatch(/^TEMPORAL_API_KEY +set +TEMPORAL_API_KEY$/m)
  expect(one.stdout).toBe(`set, from ${file}, by NIGHTJAR_SMTP_PASSWORD_FILE\n`)
  expect(`${words.stdout}${json.stdout}`).not.toContain('hunter')
})

test('every mistake is listed at once, exit code 2', async () => {
  const folder = folderWith('folder = 5\n[openqa]\nwanted = "gone.json"\narches = []\n')
  const { code, stdout, stderr } = await nightjarIn(folder, ['config'], {
    NIGHTJAR_SMTP_PASSWORD_FILE: '/nowhere',
    NIGHTJAR_OPENQA_KEY: 'hunter2',
    NIGHTJAR_OPENQA_KEY_FILE: '/nowhere',
  })

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain('\n  folder: expected string, got 5\n')
  expect(stderr).toContain('\n  openqa.arches: expected at least one arch')
  expect(stderr).toContain('\nNIGHTJAR_SMTP_PASSWORD_FILE names /nowhere')
  expect(stderr).toContain('\nNIGHTJAR_OPENQA_KEY and NIGHTJAR_OPENQA_KEY_FILE are both set')
  expect(stderr).not.toContain('hunter')
})

test('a client.conf that this user cannot read leaves open whether nights post', async () => {
  const folder = ownFolder()
  mkdirSync(join(folder, 'client.conf'))

  const { code, stdout } = await nightjarIn(folder, ['config'], { OPENQA_CONFIG: folder })

  expect(code).toBe(0)
  expect(stdout.split('\n')[1]).toBe('this user cannot see whether there is an openQA key')
  expect(stdout).toMatch(/^NIGHTJAR_OPENQA_KEY +\? +.*client\.conf cannot be read/m)
})
