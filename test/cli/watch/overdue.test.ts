import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { daysBefore } from '../../../compose/naming/calendar.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { printed } from '../json/printed.ts'
import { nightjar } from '../nightjar.ts'
import { coming, longAgo, oldDatabase, recordReport, today, watching } from './watched.ts'

test('all streams in time is told with their last reports, exit code 0', async () => {
  await using database = await oldDatabase()
  await using config = await watching(database.url)
  await recordReport(database, 'rawhide', coming)
  // A night on which nothing is due reports, too.
  await recordReport(database, 'branched', coming, { outcome: 'no-branched', compose: null })

  const { code, stdout } = await nightjar('overdue', '--config', config.file)

  expect(code).toBe(0)
  expect(stdout).toBe(
    `Rawhide is in time: its last report came ${coming} 11:00 UTC\n` +
      `Branched is in time: its last report came ${coming} 11:00 UTC\n`,
  )
})

test('an overdue stream is told first and mailed once a night, exit code 1; the other one does not matter', async () => {
  await using database = await oldDatabase()
  await using inbox = await startInbox()
  await using config = await watching(database.url, inbox)
  await recordReport(database, 'rawhide', coming)
  await recordReport(database, 'branched', longAgo)

  const first = await nightjar('overdue', '--mail', '--config', config.file)
  const again = await nightjar('overdue', '--mail', '--json', '--config', config.file)

  expect(first).toMatchObject({ code: 1, stderr: '' })
  expect(first.stdout).toMatch(
    new RegExp(
      `^Branched is overdue: no report since ${longAgo} 11:00 UTC; the night \\S+ had to report by .*\nRawhide`,
    ),
  )
  expect(printed('nightjar/overdue/1', again.stdout)).toMatchObject({
    mailed: [],
    streams: [
      { stream: 'rawhide', state: 'in time' },
      { stream: 'branched', state: 'overdue', reported: longAgo },
    ],
  })
  expect(inbox.deliveries()).toMatchObject([
    {
      subject: `[Nightjar] Branched is overdue: no report since ${longAgo} 11:00 UTC`,
      recipients: ['qa@example.org'],
      messageId: expect.stringMatching(/^<overdue\.branched\.\d{4}-\d\d-\d\d@nightjar\.localdomain>$/),
      text: expect.stringMatching(new RegExp(`the\\s+last\\s+one\\s+that\\s+was\\s+is\\s+${longAgo}`)),
    },
  ])
})

test('the next night is mailed again, to those who are named for alarms', async () => {
  await using database = await oldDatabase()
  await using inbox = await startInbox()
  await using config = await watching(database.url, inbox, 'alarm_to = ["admin@example.org"]')
  await recordReport(database, 'branched', coming)
  await writeFile(join(config.folder, 'overdue.json'), JSON.stringify({ rawhide: daysBefore(today, 2) }))

  const { code, stdout } = await nightjar('overdue', '--mail', '--config', config.file)

  expect(code).toBe(1)
  expect(stdout).toContain('Rawhide is overdue: it never had a report')
  expect(stdout).toContain('mailed to admin@example.org')
  expect(inbox.deliveries()).toMatchObject([
    { recipients: ['admin@example.org'], text: expect.stringMatching(/No\s+night\s+was\s+ever\s+opened\./) },
  ])
})

test('a new installation is in time', async () => {
  await using database = await freshDatabase()
  await using config = await watching(database.url)

  const { code, stdout } = await nightjar('overdue', '--config', config.file)

  expect(code).toBe(0)
  expect(stdout).toContain('Rawhide is in time: its first report is due by')
})
