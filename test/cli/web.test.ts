import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { freshDatabase } from '../archive/fresh-database.ts'
import { configFile } from '../config-file.ts'
import { recordMonth } from '../web/lab-month.ts'
import { nightjar, startNightjar } from './nightjar.ts'

test('web serves the pages of the archive until it is told to end', async () => {
  await using database = await freshDatabase()
  await recordMonth(database.archive)
  await using config = await configFile(`[archive]\nurl = "${database.url}"\n[web]\nlisten = "127.0.0.1:0"\n`)

  const { child, ended } = await startNightjar('web', '--config', config.file)
  const [said] = await once(child.stderr, 'data')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? ''
  const page = await (await fetch(url)).text()
  const json: unknown = await (await fetch(`${url}/rawhide.json`)).json()
  child.kill('SIGTERM')

  expect(page).toContain('Rawhide is BROKEN')
  expect(json).toMatchObject({ stream: 'rawhide', standing: { verdict: 'broken' } })
  expect((await ended).code).toBe(0)
})

test('web starts without an answer of the archive, and its pages say so', async () => {
  await using config = await configFile(
    '[archive]\nurl = "postgresql://nobody@127.0.0.1:1/nightjar"\n[web]\nlisten = "127.0.0.1:0"\n',
  )

  const { child, ended } = await startNightjar('web', '--config', config.file)
  const [said] = await once(child.stderr, 'data')
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(String(said))?.[0] ?? ''
  const answer = await fetch(url)
  child.kill('SIGTERM')

  expect(answer.status).toBe(503)
  expect(await answer.text()).toContain('The archive does not answer')
  await ended
})

test.each([
  ['a port that is none', ['--listen', 'nowhere'], '--listen nowhere: expected a host and port'],
  ['no database', [], 'no database is named for the archive; set NIGHTJAR_DATABASE_URL'],
])('web with %s says what was expected', async (_, args, words) => {
  await using config = await configFile('folder = "."\n')

  const { code, stderr } = await nightjar('web', ...args, '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain(words)
})

test('web at an address that is taken says so, and what to do', async () => {
  await using taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await using config = await configFile('[archive]\nurl = "postgresql://nobody@127.0.0.1:1/nightjar"\n')

  const { code, stderr } = await nightjar('web', '--listen', `127.0.0.1:${port}`, '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain(
    `127.0.0.1:${port}: another program listens there already; stop it, or name another`,
  )
})

test('web at an address of another machine says what was expected', async () => {
  await using config = await configFile('[archive]\nurl = "postgresql://nobody@127.0.0.1:1/nightjar"\n')

  const { code, stderr } = await nightjar('web', '--listen', '192.0.2.1:8099', '--config', config.file)

  expect(code).toBe(2)
  expect(stderr).toContain('192.0.2.1:8099: this machine has no such address; expected one of its own')
})
