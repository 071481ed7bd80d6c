import { readFile, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { freePort } from '../../../workers/temporal/free-port.ts'
import { emptyDatabase, freshDatabase } from '../../archive/fresh-database.ts'
import { ownDatabase } from '../../archive/own-database.ts'
import { configFile } from '../../config-file.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'
import { coming, longAgo, oldDatabase, recordReport, watching } from './watched.ts'

test('an archive that does not answer is mailed once a day, exit code 3; its answer ends that', async () => {
  await using database = await ownDatabase()
  await using inbox = await startInbox()
  await using config = await watching(database.url, inbox)
  const overdue = () => nightjar('overdue', '--mail', '--config', config.file)
  await database.takeAway()

  const first = await overdue()
  const second = await overdue()
  await database.bringBack()
  const back = await overdue()
  await database.takeAway()
  const third = await overdue()

  expect(first.stdout).toMatch(/^nobody knows whether reports come: the archive cannot be read: /)
  expect([first, second, back, third].map(({ code }) => code)).toEqual([3, 3, 0, 3])
  expect(inbox.deliveries()).toMatchObject([
    { subject: '[Nightjar] nobody knows whether reports come: the archive cannot be read' },
    { subject: '[Nightjar] nobody knows whether reports come: the archive cannot be read' },
  ])
})

test('an empty database is no archive in time, exit code 3', async () => {
  await using config = await watching(await emptyDatabase())

  const { code, stdout } = await nightjar('overdue', '--json', '--config', config.file)

  expect(code).toBe(3)
  expect(printed('nightjar/overdue/1', stdout)).toMatchObject({
    streams: null,
    why: expect.stringContaining('the database is empty'),
  })
})

test('an archive of a newer program is read all the same', async () => {
  await using database = await oldDatabase()
  await using config = await watching(database.url)
  await sql`insert into levels (level, name, oldest_program) values (99, 'newer', 99)`.execute(database.db)
  await recordReport(database, 'rawhide', longAgo)

  const { code, stdout } = await nightjar('overdue', '--config', config.file)

  expect(code).toBe(1)
  expect(stdout).toContain(`Rawhide is overdue: no report since ${longAgo} 11:00 UTC`)
})

test('a mail server that does not answer is told, and the next run mails, exit code 3', async () => {
  await using database = await oldDatabase()
  const port = await freePort()
  await using config = await watching(database.url, { host: '127.0.0.1', port })
  await recordReport(database, 'branched', coming)

  const dead = await nightjar('overdue', '--mail', '--config', config.file)
  await using inbox = await startInbox({ port })
  const alive = await nightjar('overdue', '--mail', '--config', config.file)

  expect(dead).toMatchObject({ code: 3, stderr: expect.stringContaining(`127.0.0.1:${port}`) })
  expect(dead.stdout).toContain('Rawhide is overdue')
  expect(alive.code).toBe(1)
  expect(inbox.deliveries()).toHaveLength(1)
})

test('where it cannot be noted that a mail was sent, that is told, exit code 3', async () => {
  await using database = await oldDatabase()
  await using inbox = await startInbox()
  await using config = await watching(database.url, inbox)
  const text = await readFile(config.file, 'utf8')
  // A file is no folder, not for root either.
  await writeFile(config.file, text.replace('folder = "."', 'folder = "nightjar.toml"'))

  const { code, stderr } = await nightjar('overdue', '--mail', '--config', config.file)

  expect(code).toBe(3)
  expect(stderr).toContain('it cannot be written down that this was told, so it will be told again')
  expect(inbox.deliveries()).toHaveLength(2)
})

test('with nobody to mail it is only said while all is in time; an overdue stream is exit code 2', async () => {
  await using fresh = await freshDatabase()
  await using database = await oldDatabase()
  await using inTime = await watching(fresh.url)
  await using late = await watching(database.url)

  const quiet = await nightjar('overdue', '--mail', '--config', inTime.file)
  const alarm = await nightjar('overdue', '--mail', '--config', late.file)

  const nobody = 'nightjar: nobody is to be mailed: add alarm_to to [mail] in the configuration\n'
  expect(quiet).toMatchObject({ code: 0, stderr: nobody })
  expect(quiet.stdout).toContain('Rawhide is in time')
  expect(alarm).toMatchObject({ code: 2, stderr: nobody })
  expect(alarm.stdout).toContain('Rawhide is overdue')
})

test('without an archive the configuration is at fault, exit code 2', async () => {
  await using homeless = await configFile('folder = "."\n')

  const noArchive = await nightjar('overdue', '--mail', '--config', homeless.file)

  expect(noArchive).toMatchObject({ code: 2, stderr: expect.stringContaining('NIGHTJAR_DATABASE_URL') })
})
