import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { databaseUrl } from '../../../workers/archive-place.ts'
import { secretNames, secretOf } from '../../../workers/config/secret-of.ts'
import { checkSecrets, openQaSecret, smtpPassword } from '../../../workers/config/secrets.ts'

function fileWith(text: string): string {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'nightjar-secret-'))
  onTestFinished(() => folder.remove())
  const file = join(folder.path, 'secret')
  writeFileSync(file, text, { mode: 0o600 })
  return file
}

function messageOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  return ''
}

test.each(secretNames)('%s comes from the variable, or from the file that its variable names', (name) => {
  const file = fileWith('hunter2\n')
  const variable = `${name}_FILE`

  expect(secretOf(name, {})).toBeNull()
  expect(secretOf(name, { [name]: '', [variable]: '' })).toBeNull()
  expect(secretOf(name, { [name]: 'pass' })).toEqual({ value: 'pass', variable: name, file: null })
  expect(secretOf(name, { [name]: '', [variable]: file })).toEqual({ value: 'hunter2', variable, file })
})

test.each([
  ['hunter2', 'hunter2'],
  ['hunter2\r\n', 'hunter2'],
  [' two words \n', ' two words '],
])('only the line break at the end of a file is no part of the secret: %j', (text, value) => {
  expect(smtpPassword({ NIGHTJAR_SMTP_PASSWORD_FILE: fileWith(text) })).toBe(value)
})

test('a secret that is set twice is a mistake', () => {
  const environment = { NIGHTJAR_SMTP_PASSWORD: 'hunter2', NIGHTJAR_SMTP_PASSWORD_FILE: fileWith('hunter3') }

  expect(messageOf(() => smtpPassword(environment))).toBe(
    'NIGHTJAR_SMTP_PASSWORD and NIGHTJAR_SMTP_PASSWORD_FILE are both set; keep one of them',
  )
})

test.each(['', '\n', 'hunter2\nhunter3\n', 'hunter2\n\n', 'hunter2\0', 'hunter2'.repeat(3000)])(
  'a file with anything but one line is a mistake that shows nothing of it',
  (text) => {
    const file = fileWith(text)
    const said = messageOf(() => checkSecrets({ NIGHTJAR_OPENQA_SECRET_FILE: file }))

    expect(said).toContain(file)
    expect(said).toContain('NIGHTJAR_OPENQA_SECRET_FILE')
    expect(said).not.toContain('hunter')
  },
)

test('a file that is not there, or is a folder, is named with the variable', () => {
  const folder = join(fileWith(''), '..', 'folder')
  mkdirSync(folder)

  const gone = messageOf(() => smtpPassword({ NIGHTJAR_SMTP_PASSWORD_FILE: '/nowhere/secret' }))

  expect(gone).toMatch(/^NIGHTJAR_SMTP_PASSWORD_FILE names \/nowhere\/secret, but it cannot be read: ENOENT/)
  expect(messageOf(() => smtpPassword({ NIGHTJAR_SMTP_PASSWORD_FILE: folder }))).toContain(
    'not a regular file',
  )
})

test('the key of openQA may be half a variable and half a file', async () => {
  const environment = { NIGHTJAR_OPENQA_KEY: '1AB0', NIGHTJAR_OPENQA_SECRET_FILE: fileWith('2CD1\n') }

  expect(await openQaSecret('https://openqa.example.org', environment)).toEqual({
    key: '1AB0',
    secret: '2CD1',
  })
})

test('a key whose file cannot be read is refused, not a reason to observe', async () => {
  const environment = { NIGHTJAR_OPENQA_KEY: '1AB0', NIGHTJAR_OPENQA_SECRET_FILE: '/nowhere/secret' }

  await expect(openQaSecret('https://openqa.example.org', environment)).rejects.toMatchObject({
    kind: 'refused',
    message: expect.stringContaining('/nowhere/secret'),
  })
})

test('the database of a file comes before that of the configuration, and has to be a URL', () => {
  const settings = { archive: { url: 'postgresql://other/one', values_days: 1, jobs_days: 1, heard_days: 1 } }
  const file = fileWith('postgresql://n:hunter2@host/nightjar\n')

  expect(databaseUrl(settings, { NIGHTJAR_DATABASE_URL_FILE: file })).toBe(
    'postgresql://n:hunter2@host/nightjar',
  )
  expect(databaseUrl(settings, { NIGHTJAR_DATABASE_URL: '' })).toBe('postgresql://other/one')
  const said = messageOf(() => databaseUrl(settings, { NIGHTJAR_DATABASE_URL_FILE: fileWith('hunter2') }))
  expect(said).toMatch(
    /^expected a URL such as "postgresql:\/\/host\/nightjar" or, for a socket, .*, in .*NIGHTJAR_DATABASE_URL_FILE/,
  )
  expect(said).not.toContain('hunter2')
})
