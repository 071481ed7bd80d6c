import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freePort } from '../../../workers/temporal/free-port.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { choosyServer, refusal } from '../../clients/mail/choosy-server.ts'
import { install, lines, type Installation } from './installation.ts'
import { shiftDatabase, shiftedServer } from './shifted-clock.ts'

let sound: Installation

beforeAll(async () => {
  sound = await install('2026-12-02')
})

afterAll(() => sound[Symbol.asyncDispose]())

test('a key that openQA refuses; the key itself is not told', async () => {
  const { code, out, ill } = await sound.doctor({ env: { NIGHTJAR_OPENQA_SECRET: '0000000000000000' } })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([
    expect.stringMatching(
      /^problem openQA key: openQA refuses it for 127\.0\.0\.1:\d+ \(correct the key and secret/,
    ),
  ])
  expect(out).not.toContain('0000000000000000')
})

test('an openQA whose clock is ten minutes off; the others agree with ours', async () => {
  await using wrong = await shiftedServer(sound.stage.lab.openqa.url, 600_000)
  const config = (text: string) => text.replace(sound.stage.lab.openqa.url, wrong.url)

  const { code, ill } = await sound.doctor({ config })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([
    "problem clock: openQA is 10 min ahead of it; it agrees with the archive's server and the compose tree (set the clock of openQA: timedatectl set-ntp true)",
  ])
})

test('a clock of this machine that is ten minutes off: no other one agrees with it', async () => {
  await using database = await freshDatabase()
  await shiftDatabase(database, '10 min')
  await using openqa = await shiftedServer(sound.stage.lab.openqa.url, 600_000)
  const { lab } = sound.stage
  await using tree = await shiftedServer(lab.tree.url, 600_000)
  const config = (text: string) =>
    text
      .replace(lab.openqa.url, openqa.url)
      .replaceAll(lab.tree.url, tree.url)
      .replace(sound.database.url, database.url)

  const { ill } = await sound.doctor({ config })

  expect(lines(ill)).toEqual([
    "problem clock: it is 10 min behind the archive's server, openQA and the compose tree; openQA accepts five minutes (set the clock of this machine: timedatectl set-ntp true)",
  ])
})

/** A configuration with another mail server. */
function withPort(port: number): (text: string) => string {
  return (text) => text.replace(/port = \d+/, `port = ${port}`)
}

test('a mail server that refuses a recipient, the sender, or does not answer; no mail is sent', async () => {
  await using server = await choosyServer((address) =>
    address.startsWith('test-reports') ? refusal(550, 'no such user') : undefined,
  )

  const refused = await sound.doctor({ config: withPort(server.port) })
  const dead = await sound.doctor({ config: withPort(await freePort()) })

  expect(lines(refused.ill)).toEqual([
    expect.stringMatching(
      /^problem mail: .* refuses test-reports@lab\.localdomain: 550 no such user \(correct the address/,
    ),
  ])
  expect(refused.code).toBe(1)
  expect(server.taken).toEqual([])
  expect(lines(dead.ill)).toEqual([
    expect.stringMatching(/^no answer mail: .*ECONNREFUSED.*host and port in \[mail\]/),
  ])
  expect(dead.code).toBe(3)
})

test.each([
  [
    "insert into levels (level, name, oldest_program) values (99, 'newer', 99)",
    /^problem archive: the archive is of level 99 and needs a Nightjar of level 99/,
  ],
  [
    'delete from levels where level > 2',
    /^problem archive: the archive is of level 2, this Nightjar reads level \d+ \(start a worker/,
  ],
])('an archive of another level: %s', async (change, told) => {
  await using database = await freshDatabase()
  await sql.raw(change).execute(database.db)
  const config = (text: string) => text.replace(sound.database.url, database.url)

  const { code, ill } = await sound.doctor({ config })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([expect.stringMatching(told)])
})

test('an archive that does not answer, exit code 3; its password is not told', async () => {
  const port = await freePort()
  const config = (text: string) =>
    text.replace(sound.database.url, `postgresql://me:hush-hush@127.0.0.1:${port}/nights`)

  const { code, out, ill } = await sound.doctor({ config })

  expect(code).toBe(3)
  expect(lines(ill)).toEqual([
    expect.stringMatching(/^no answer archive: the archive's database cannot be reached: /),
    expect.stringMatching(/^no answer reports: /),
  ])
  expect(out).not.toContain('hush-hush')
})

test('a stream that is overdue', async () => {
  await using database = await freshDatabase()
  await sql`update levels set at = '2026-01-01'`.execute(database.db)
  const config = (text: string) =>
    `${text.replace(sound.database.url, database.url)}\n[stream.branched]\nreport_within = "never"\n`

  const { code, ill } = await sound.doctor({ config })

  expect(code).toBe(1)
  expect(lines(ill)).toEqual([
    expect.stringMatching(
      /^problem reports of Rawhide: the one of \S+ is overdue since .*; none came yet \(repair/,
    ),
  ])
})

test('services that hang do not hold up the others', async () => {
  await using silent = await stubServer(() => {})
  const { lab } = sound.stage
  const config = (text: string) =>
    text
      .replace(lab.openqa.url, silent.url)
      .replace(lab.koji.url, silent.url)
      .replaceAll(lab.tree.url, silent.url)

  const { code, ill } = await sound.doctor({ config })

  expect(code).toBe(3)
  expect(ill.map(({ state, about }) => `${state} ${about}`)).toEqual([
    'no answer openQA',
    'no answer openQA key',
    'no answer compose tree',
    'no answer list of releases',
    'no answer Koji',
  ])
})

test('a mistake in the configuration is told before anything is asked, exit code 2', async () => {
  const { code, out } = await sound.inWords({ config: (text) => `${text}\n[worker2]\n` })

  expect(code).toBe(2)
  expect(out).toContain('worker2: unknown key')
})
