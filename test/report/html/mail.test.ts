import { simpleParser } from 'mailparser'
import { expect, test } from 'vitest'
import { mailer } from '../../../clients/mail/mail.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { parseReport } from '../../../report/report-schema.ts'
import { letterOf } from '../../../report/letter.ts'
import { kinds } from './reports.ts'

const to = ['test-reports@lists.example.org']
const addresses = {
  from: 'Nightjar <nightjar@example.org>',
  domain: 'nightjar.example.org',
  listId: 'Nightjar <reports.nightjar.example.org>',
}

test('each report arrives as text and as HTML, the text first, with its JSON as a file', async () => {
  await using inbox = await startInbox()
  const sender = mailer({ host: inbox.host, port: inbox.port, deadlineMs: 120_000 })
  for (const [name, report] of kinds) {
    const letter = letterOf({ ...report, run: `${report.run}/${name}` }, addresses)

    await sender.send({ ...letter, to, recipients: to })

    const mail = inbox.mails().at(-1)
    const { text, html, attachments } = await simpleParser(mail?.raw ?? '')
    expect(text).toBe(letter.text)
    expect(html).toBe(letter.html)
    const [file] = attachments
    expect(attachments).toHaveLength(1)
    expect(file).toMatchObject({ filename: letter.json?.name, contentType: 'application/json' })
    expect(parseReport(file?.content.toString('utf8') ?? '').headline).toBe(report.headline)
    expect(mail?.text).toBe(letter.text)
    const types = [...(mail?.raw ?? '').matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type)
    expect(types).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'application/json',
    ])
  }
  expect(inbox.mails()).toHaveLength(kinds.length)
})
