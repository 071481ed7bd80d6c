import { once } from 'node:events'
import { createServer, type Server } from 'node:net'

import { simpleParser } from 'mailparser'
import { describe, expect, test } from 'vitest'

import { ClientFailure } from '../../../clients/failure.ts'
import { mailer } from '../../../clients/mail/mail.ts'
import type { OutgoingMail } from '../../../clients/mail/outgoing-mail.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'

const mail: OutgoingMail = {
  messageId: '<nightly.rawhide.2026-11-24.final@nightjar.example.org>',
  from: 'Nightjar <nightjar@example.org>',
  to: ['test-reports@lists.example.org', 'qa@example.org'],
  subject: '[Rawhide] 20261124.n.0 FAILED: 2 failed – 212/214 passed',
  text: `Rawhide is BROKEN – 2 tests failed.\n.\nFrom here on: ${'long '.repeat(300)}\n-- \nNightjar\n`,
  date: '2026-11-24T11:02:12.000Z',
  listId: 'Nightjar <reports.nightjar.example.org>',
  inReplyTo: null,
}
const deadlineMs = 5000

describe('a mail', () => {
  test('arrives as it was written, with the headers that sort it', async () => {
    await using inbox = await startInbox()

    const receipt = await mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send(mail)

    expect(receipt).toMatchObject({ accepted: [...mail.to], refused: [] })
    const parsed = await simpleParser(inbox.mails()[0]?.raw ?? '')
    expect(parsed).toMatchObject({ messageId: mail.messageId, subject: mail.subject, text: mail.text })
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
    ['no recipient', { to: [] }],
    ['no date', { date: 'tonight' }],
  ])('with %s is not sent', async (_, changes) => {
    await using inbox = await startInbox()

    const sent = mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send({ ...mail, ...changes })

    await expect(sent).rejects.toMatchObject({ kind: 'refused' })
    expect(inbox.deliveries()).toEqual([])
  })
})

describe('a mail server', () => {
  test.each([
    ['that says "not now" at first', '503', /421/],
    ['that hangs up', 'reset', /./],
  ] as const)('%s is unreachable, and the mail was not taken', async (_, how, words) => {
    await using inbox = await startInbox({ disturbed: () => how })

    const thrown = await failureOf(mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send(mail))

    expect(thrown).not.toBeInstanceOf(UnknownOutcome)
    expect(thrown).toMatchObject({ kind: 'unreachable', message: expect.stringMatching(words) })
    expect(inbox.deliveries()).toEqual([])
  })

  test('that says "not now" to the whole mail is unreachable, and the mail was not taken', async () => {
    let asked = 0
    await using inbox = await startInbox({ disturbed: () => (asked++ === 0 ? null : '503') })

    const thrown = await failureOf(mailer({ host: inbox.host, port: inbox.port, deadlineMs }).send(mail))

    expect(thrown).not.toBeInstanceOf(UnknownOutcome)
    expect(thrown).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('451') })
  })

  test('that takes the mail and hangs up leaves it unknown, and the mail is there once after a second try', async () => {
    let asked = 0
    await using inbox = await startInbox({ disturbed: () => (asked++ === 1 ? 'reset-after' : null) })
    const sender = mailer({ host: inbox.host, port: inbox.port, deadlineMs })

    expect(await failureOf(sender.send(mail))).toBeInstanceOf(UnknownOutcome)
    await sender.send(mail)

    expect(inbox.deliveries()).toHaveLength(2)
    expect(inbox.mails()).toHaveLength(1)
  })

  test.each([
    ['550 5.7.1 not from you', 'refused', /550 5\.7\.1 not from you/],
    ['554 we never take mail', 'refused', /554/],
    ['HTTP/1.1 400 Bad Request', 'garbled', /HTTP/],
  ])('that greets with "%s" has %s it', async (greeting, kind, words) => {
    await using server = await talking(() => `${greeting}\r\n`)

    const thrown = await failureOf(mailer({ host: '127.0.0.1', port: server.port, deadlineMs }).send(mail))

    expect(thrown).toMatchObject({ kind, message: expect.stringMatching(words) })
  })

  test('that is not there is unreachable', async () => {
    const thrown = await failureOf(mailer({ host: '127.0.0.1', port: 1, deadlineMs }).send(mail))

    expect(thrown).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('127.0.0.1:1') })
  })

  test('that says nothing is unreachable when the time is up', async () => {
    await using server = await talking(() => '')

    const thrown = await failureOf(
      mailer({ host: '127.0.0.1', port: server.port, deadlineMs: 200 }).send(mail),
    )

    expect(thrown).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('within 0.2 s') })
  })

  test('that refuses the password has its words told, but not the password it may echo', async () => {
    const password = 'correct horse'
    await using server = await talking((said) => {
      if (said === '') return '220 here\r\n'
      if (said.startsWith('EHLO')) return '250-here\r\n250 AUTH PLAIN\r\n'
      return `535 no, ${said.trim()} (${password}) is wrong\r\n`
    })

    const sent = mailer({ host: '127.0.0.1', port: server.port, user: 'me', password, deadlineMs }).send(mail)

    const thrown = await failureOf(sent)
    expect(thrown).toMatchObject({ kind: 'refused', message: expect.stringContaining('535 no') })
    expect(thrown.message).not.toContain(password)
    expect(thrown.message).not.toContain(Buffer.from(`\0me\0${password}`).toString('base64'))
    expect(thrown.cause).toBeUndefined()
  })

  test('that cannot encrypt is not talked to where encryption is asked for', async () => {
    await using inbox = await startInbox()

    const sent = mailer({ host: inbox.host, port: inbox.port, secure: 'starttls', deadlineMs }).send(mail)

    expect(await failureOf(sent)).toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('STARTTLS'),
    })
    expect(inbox.deliveries()).toEqual([])
  })
})

async function failureOf(sent: Promise<unknown>): Promise<ClientFailure> {
  const thrown: unknown = await sent.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof ClientFailure) return thrown
  throw new Error(`no client failure: ${String(thrown)}`)
}

/** A server on a socket that answers each thing said; the first answer is its greeting. */
async function talking(
  answer: (said: string) => string,
): Promise<AsyncDisposable & { readonly port: number }> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write(answer(''))
    socket.on('data', (said) => socket.write(answer(said.toString())))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}
