import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'
import { mailer } from '../../../clients/mail/mail.ts'
import type { OutgoingMail } from '../../../clients/mail/outgoing-mail.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { mail } from './night-mail.ts'

const deadlineMs = 120_000

describe('a mail', () => {
  test('arrives as it was written, with the headers that sort it', async () => {
    await using inbox = await startInbox()

    const receipt = await mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send(mail)

    expect(receipt).toMatchObject({ accepted: [...mail.to], refused: [] })
    const parsed = await simpleParser(inbox.mails()[0]?.raw ?? '')
    expect(parsed).toMatchObject({ messageId: mail.messageId, subject: mail.subject })
    expect(parsed).toMatchObject({ text: mail.text, html: mail.html })
    expect(parsed.date?.toISOString()).toBe(mail.date)
    expect(parsed.headers.get('auto-submitted')).toBe('auto-generated')
    expect(parsed.headers.get('list')).toMatchObject({ id: { id: 'reports.nightjar.example.org' } })
    expect(parsed.headers.has('x-mailer')).toBe(false)
  })

  test('that is sent again is the same to the byte', async () => {
    await using inbox = await startInbox()
    const sender = mailer({ host: inbox.host, port: inbox.port, deadlineMs })

    await sender.send(mail)
    await sender.send(mail)

    const [first, second] = inbox.deliveries()
    expect(second?.raw).toBe(first?.raw)
    expect(inbox.mails()).toHaveLength(1)
  })

  test('has its own line between its parts, so that no text can hold it', async () => {
    await using inbox = await startInbox()
    const sender = mailer({ host: inbox.host, port: inbox.port, deadlineMs })
    await sender.send(mail)
    const boundary = boundaryIn(inbox.deliveries()[0]?.raw)

    const text = `${mail.text}\n--${boundary}\nContent-Type: text/html\n\n<b>no</b>\n--${boundary}--\n`
    await sender.send({ ...mail, text })

    const raw = inbox.deliveries()[1]?.raw ?? ''
    expect(boundary).toMatch(/^\S{30,}$/)
    expect(boundaryIn(raw)).not.toBe(boundary)
    expect(await simpleParser(raw)).toMatchObject({ text, html: mail.html })
  })

  test('that amends another names it', async () => {
    await using inbox = await startInbox()

    await mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send({
      ...mail,
      inReplyTo: '<first@example.org>',
    })

    expect(await simpleParser(inbox.mails()[0]?.raw ?? '')).toMatchObject({
      inReplyTo: '<first@example.org>',
      references: '<first@example.org>',
    })
  })

  test.each<[string, Partial<OutgoingMail>]>([
    ['a subject of two lines', { subject: 'a\r\nBcc: x@example.org' }],
    ['a sender of two lines', { from: 'a@example.org\nX: y' }],
    ['a recipient of two lines', { to: ['a@example.org\r\nX: y'] }],
    ['a list id of two lines', { listId: 'a\u2028b' }],
    ['a Message-ID that is none', { messageId: 'a b' }],
    ['a Message-ID of two lines', { inReplyTo: '<a@b>\r\nX: y' }],
    ['no recipient', { recipients: [] }],
    ['a recipient of the envelope of two lines', { recipients: ['a@example.org\r\nX: y'] }],
    ['no date', { date: 'tonight' }],
  ])('with %s is not sent', async (_, changes) => {
    await using inbox = await startInbox()

    const sent = mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send({ ...mail, ...changes })

    await expect(sent).rejects.toMatchObject({ kind: 'refused' })
    expect(inbox.deliveries()).toEqual([])
  })
})

function boundaryIn(raw = ''): string {
  return /boundary="([^"]*)"/.exec(raw)?.[1] ?? ''
}
