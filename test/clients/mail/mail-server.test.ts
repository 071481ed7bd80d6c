import { expect, test } from 'vitest'

import { encryptionOf, type MailServer } from '../../../clients/mail/mail-server.ts'

const server = { host: 'mail.example.org', port: 25, deadlineMs: 1000 }

test.each<[string, MailServer, string]>([
  ['with a password is encrypted', { ...server, user: 'me', password: 'secret' }, 'starttls'],
  [
    'with a password to this machine may be in the clear',
    { ...server, host: '127.0.0.1', password: 'secret' },
    'starttls-if-offered',
  ],
  [
    'with a password to a host that only looks like this machine is encrypted',
    { ...server, host: '127.0.0.1.evil.example', password: 'secret' },
    'starttls',
  ],
  ['without a password is encrypted where it can be', server, 'starttls-if-offered'],
  ['that asks for TLS has it from the start', { ...server, secure: 'tls', password: 'secret' }, 'tls'],
  [
    'that asks for less than a password needs does not get it',
    { ...server, secure: 'starttls-if-offered', password: 'secret' },
    'starttls',
  ],
])('a connection %s', (_, to, encryption) => {
  expect(encryptionOf(to)).toBe(encryption)
})
