import { expect, test } from 'vitest'
import { openQaSecret, smtpPassword } from '../../../workers/config/secrets.ts'

const url = 'https://openqa.example.org'

test('the key of the environment comes before every client.conf', async () => {
  const environment = { NIGHTJAR_OPENQA_KEY: '1AB0', NIGHTJAR_OPENQA_SECRET: '2CD1' }

  expect(await openQaSecret(url, environment)).toEqual({ key: '1AB0', secret: '2CD1' })
})

test.each([
  {},
  { NIGHTJAR_OPENQA_KEY: '', NIGHTJAR_OPENQA_SECRET: '' },
  { NIGHTJAR_OPENQA_KEY: '1AB0', NIGHTJAR_OPENQA_SECRET: '' },
])('without a whole key anywhere there is none: %j', async (environment) => {
  expect(await openQaSecret(url, environment)).toBeNull()
})

test.each([
  [{}, null],
  [{ NIGHTJAR_SMTP_PASSWORD: '' }, null],
  [{ NIGHTJAR_SMTP_PASSWORD: 'hunter2' }, 'hunter2'],
])('the password of the mail server in %j is %j', (environment, password) => {
  expect(smtpPassword(environment)).toBe(password)
})
