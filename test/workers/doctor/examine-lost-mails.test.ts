import { stringify } from 'smol-toml'
import { expect, test } from 'vitest'
import { startInbox } from '../../../lab/mail/inbox.ts'
import type { Delivery } from '../../../archive/nights/deliveries.ts'
import { examineMail } from '../../../workers/doctor/examine-mail.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { configFile } from '../../config-file.ts'
import { nightjar } from '../../cli/nightjar.ts'
import { settingsOf } from '../../settings-of.ts'

const dayMs = 86_400_000
const dates = [5, 4, 3, 2, 1].map((days) => new Date(Date.now() - days * dayMs).toISOString().slice(0, 10))
const [fifth = '', fourth = '', third = '', second = '', first = ''] = dates

function triedOn(date: string, otherwise: Partial<Delivery> = {}): Delivery {
  const why = 'handed over, and no answer yet'
  const usual = { run: runOf(date).id, edition: 1, channel: 'mail', recipient: 'a@example.org', attempts: 2 }
  return { ...usual, state: 'unknown', messageId: null, why, at: `${date}T11:01:00.000Z`, ...otherwise }
}

test('a mail that may be lost is told by doctor and show, and sent again it is told no more', async () => {
  await using database = await freshDatabase()
  await using inbox = await startInbox()
  const { archive } = database
  for (const date of dates) await archive.recordEdition(runOf(date), 'a/1', editionOf(runOf(date)))
  await archive.recordEdition(runOf(third), 'a/2', editionOf(runOf(third)))
  const answered = { state: 'delivered', why: '250 ok' } as const
  await archive.delivered(triedOn(fifth, answered))
  await archive.delivered(triedOn(fourth))
  await archive.delivered(triedOn(fourth, { recipient: 'b@example.org' }))
  await archive.delivered(triedOn(fourth, { recipient: 'c@example.org', ...answered }))
  // What a later edition said anew is no loss.
  await archive.delivered(triedOn(third))
  await archive.delivered(triedOn(third, { edition: 2, ...answered }))
  await archive.delivered(triedOn(second, answered))
  const tables = {
    archive: { url: database.url },
    mail: {
      host: inbox.host,
      port: inbox.port,
      from: 'n@example.org',
      to: ['a@example.org', 'b@example.org'],
    },
  }
  const settings = settingsOf(tables)
  await using config = await configFile(stringify(tables))
  const lost = async () => (await examineMail(settings)).findings.filter(({ about }) => about !== 'mail')
  const about = 'mails without an answer'
  const run = `nightly/rawhide/${fourth}`

  const before = await lost()
  const shown = await nightjar('show', run, '--config', config.file)
  const sent = await nightjar('send', run, '--channel', 'mail', '--config', config.file)
  const again = await nightjar('send', run, '--channel', 'mail', '--config', config.file)
  await nightjar('send', runOf(first).id, '--channel', 'mail', '--config', config.file)

  expect(before).toEqual([
    {
      about,
      state: 'warning',
      said: `the archive knows of no try to mail edition 1 of nightly/rawhide/${first}: it may be lost`,
      todo: `ask whether it came; if not: nightjar send nightly/rawhide/${first} --channel mail`,
    },
    {
      about,
      state: 'warning',
      said: `edition 1 of ${run} was handed over for a@example.org and b@example.org, and no answer came: it may be lost`,
      todo: `ask whether it came; if not: nightjar send ${run} --channel mail`,
    },
  ])
  expect(shown.stdout).toContain(`if it did not come: nightjar send ${run} --channel mail`)
  expect(sent).toMatchObject({ code: 0, stderr: '' })
  expect(sent.stdout).toMatch(`edition 1 of ${run} was sent on mail: a@example.org delivered (250 `)
  expect(again).toMatchObject({
    code: 1,
    stderr: `nightjar: edition 1 of ${run} was delivered by mail to everybody for whom it is\n`,
  })
  expect(inbox.deliveries().map(({ messageId }) => messageId)).toHaveLength(2)
  expect(await lost()).toEqual([{ about, state: 'ok', said: 'none in a week', todo: null }])
})
