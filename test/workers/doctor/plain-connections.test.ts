import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { freePort } from '../../../workers/temporal/free-port.ts'
import { plainArchive, plainTemporal } from '../../../workers/doctor/plain-connections.ts'
import { nightjarIn, ownFolder } from '../../cli/setup/run-in.ts'

const elsewhere = 'temporal.example.org:7233'

test.each([
  [{ address: elsewhere, apiKey: 'key', tls: false }, true],
  [{ address: '[2001:db8::1]:7233', apiKey: 'key' }, true],
  [{ address: elsewhere, apiKey: 'key', tls: true }, false],
  [{ address: elsewhere, apiKey: 'key', tls: {} }, false],
  [{ address: elsewhere, tls: false }, false],
  [{ address: '127.0.0.1:7233', apiKey: 'key', tls: false }, false],
  [{ address: '[::1]:7233', apiKey: 'key', tls: false }, false],
])('a connection to Temporal as %j: a warning %s', (options, isWarned) => {
  expect(plainTemporal({ options }).length > 0).toBe(isWarned)
})

test.each([
  ['postgresql://n:p@db.example.org/nightjar', {}, true],
  ['postgresql://n:p@127.0.0.1/nightjar?host=db.example.org', {}, true],
  ['postgresql:///nightjar', { PGHOST: 'db.example.org' }, true],
  ['postgresql://n:p@db.example.org/nightjar?sslmode=verify-full', {}, false],
  ['postgresql://n:p@db.example.org/nightjar?sslmode=disable', {}, false],
  ['postgresql://n:p@db.example.org/nightjar?sslrootcert=/ca.pem', {}, false],
  ['postgresql://n:p@db.example.org/nightjar', { PGSSLMODE: 'require' }, false],
  ['postgresql://n:p@localhost/nightjar', {}, false],
  ['postgresql://n:p@[::1]/nightjar', {}, false],
  ['postgresql://n@localhost/nightjar?host=/run/postgresql', {}, false],
  ['postgresql://n@%2Frun%2Fpostgresql/nightjar', {}, false],
  ['postgresql:///nightjar', {}, false],
])('a database at %s with %j: a warning %s', (url, environment, isWarned) => {
  expect(plainArchive(url, environment).length > 0).toBe(isWarned)
})

test('doctor warns of both, with what to set, and tells neither key nor password', async () => {
  const folder = ownFolder()
  const nobody = `http://127.0.0.1:${await freePort()}`
  writeFileSync(
    join(folder, 'nightjar.toml'),
    `compose = { tree = "${nobody}", releases = "${nobody}" }
     openqa = { url = "${nobody}" }
     koji = { required = false }
     mirror = { required = false }`,
  )

  const { stdout } = await nightjarIn(folder, ['doctor'], {
    TEMPORAL_ADDRESS: 'temporal.invalid:7233',
    TEMPORAL_API_KEY: 'hush-key',
    TEMPORAL_TLS: 'false',
    NIGHTJAR_DATABASE_URL: 'postgresql://n:hush-word@db.invalid/nightjar',
  })

  expect(stdout).toMatch(/^No problem is known, \d+ could not be known, 2 warnings\.\n/)
  expect(stdout).toMatch(
    /\nwarning +TLS of Temporal: the API key goes to temporal\.invalid without TLS: .*\n.*TEMPORAL_TLS=true\n/,
  )
  expect(stdout).toMatch(
    /\nwarning +TLS of the archive: the database on db\.invalid .*\n.*sslmode=verify-full/,
  )
  expect(stdout).not.toContain('hush')
})
