import { rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { secret } from '../../activities/channels/webhook-stage.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { stubServer } from '../../clients/stub-server.ts'
import { configFile } from '../../config-file.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'

test('the report of a night is sent again with the id that it had, whatever its rule says', async () => {
  await using database = await freshDatabase()
  const run = runOf('2026-11-24')
  await database.archive.recordEdition(run, 'a/1', editionOf(run))
  let status = 204
  await using server = await stubServer((response) => void response.writeHead(status).end())
  const tables = [
    `[archive]\nurl = ${JSON.stringify(database.url)}`,
    `[[webhook]]\nname = "hook"\nurl = "${server.url}"\nsecret_file = "secret"\nwhen = "trouble"`,
  ]
  await using config = await configFile(`${tables.join('\n')}\n`, { secret })
  const send = (night: string, channel: string) =>
    nightjar('send', night, '--channel', channel, '--config', config.file)

  const taken = await send('rawhide/2026-11-24', 'hook')
  const other = await send('rawhide/2026-11-24', 'room')
  const none = await send('rawhide/2026-11-20', 'hook')
  status = 410
  const refused = await send('rawhide/2026-11-24', 'hook')

  expect(taken).toMatchObject({
    code: 0,
    stdout: 'edition 1 of nightly/rawhide/2026-11-24 was sent on hook: it answered 204\n',
  })
  expect(server.arrived.map(({ headers }) => headers['webhook-id'])).toEqual([
    'nightly_rawhide_2026-11-24_1',
    'nightly_rawhide_2026-11-24_1',
  ])
  expect([other.code, other.stderr]).toEqual([
    2,
    expect.stringContaining('those of the configuration are hook'),
  ])
  expect([none.code, none.stderr]).toEqual([1, expect.stringContaining('there is no report on')])
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('it answered 410')])
})

test('with --json it says what was sent, and what the receiver answered', async () => {
  await using database = await freshDatabase()
  const run = runOf('2026-11-24')
  await database.archive.recordEdition(run, 'a/1', editionOf(run))
  const tables = [
    `[archive]\nurl = ${JSON.stringify(database.url)}`,
    '[[command]]\nname = "tell"\nrun = ["/bin/sh", "-c", "echo told"]',
  ]
  await using config = await configFile(`${tables.join('\n')}\n`)

  const night = 'rawhide/2026-11-24'
  const { stdout } = await nightjar('send', night, '--channel', 'tell', '--json', '--config', config.file)

  expect(printed('nightjar/send/1', stdout)).toEqual({
    schema: 'nightjar/send/1',
    run: 'nightly/rawhide/2026-11-24',
    edition: 1,
    channel: 'tell',
    said: 'told',
  })
})

test('a program that is not there is a mistake of the configuration', async () => {
  await using database = await freshDatabase()
  const run = runOf('2026-11-24')
  await database.archive.recordEdition(run, 'a/1', editionOf(run))
  const tables = [
    `[archive]\nurl = ${JSON.stringify(database.url)}`,
    '[[command]]\nname = "tell"\nrun = ["/no/such/program"]',
  ]
  await using config = await configFile(`${tables.join('\n')}\n`)

  const { code, stderr } = await nightjar(
    'send',
    'rawhide/2026-11-24',
    '--channel',
    'tell',
    '--config',
    config.file,
  )

  expect([code, stderr]).toEqual([
    2,
    'nightjar: command tell: /no/such/program cannot be started: it is not there; ' +
      'correct run in its table [[command]], or install a program there that may be run\n',
  ])
})

test('a secret that is missing or is none is a mistake of the configuration', async () => {
  await using database = await freshDatabase()
  const run = runOf('2026-11-24')
  await database.archive.recordEdition(run, 'a/1', editionOf(run))
  const tables = [
    `[archive]\nurl = ${JSON.stringify(database.url)}`,
    '[[webhook]]\nname = "hook"\nurl = "http://127.0.0.1:1/"\nsecret_file = "secret"',
    '[[matrix]]\nname = "room"\nhomeserver = "http://127.0.0.1:1"\nroom = "!a:b"\ntoken_file = "secret"',
  ]
  await using config = await configFile(`${tables.join('\n')}\n`, { secret })
  const file = join(dirname(config.file), 'secret')
  const send = async (channel: string) => {
    const night = 'rawhide/2026-11-24'
    const { code, stderr } = await nightjar('send', night, '--channel', channel, '--config', config.file)
    return [code, stderr]
  }

  await writeFile(file, 'hunter 2\n')
  const none = [await send('hook'), await send('room')]
  await rm(file)
  const missing = await send('hook')

  const key = 'expected "whsec_" and 24 to 64 bytes in base64'
  const token = 'expected an access token of visible ASCII characters'
  expect(none).toEqual([
    [2, `nightjar: webhook hook: ${key} in ${file}, which secret_file names\n`],
    [2, `nightjar: Matrix room: ${token} in ${file}, which token_file names\n`],
  ])
  expect(missing).toEqual([
    2,
    expect.stringMatching(/^nightjar: webhook hook: secret_file names .*: ENOENT: .*'\n$/),
  ])
})
