import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import { describe, expect, test } from 'vitest'

import { mailer } from '../../../clients/mail/mail.ts'
import { UnknownOutcome } from '../../../clients/unknown-outcome.ts'
import { startInbox } from '../../../lab/mail/inbox.ts'
import { failureOf } from '../failure-of.ts'
import { mail } from './night-mail.ts'

/** So long that no load makes a test reach it. */
const deadlineMs = 120_000

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

  test.each<[string, (said: string) => string]>([
    ['nothing', () => ''],
    ['nothing after its greeting', (said) => (said === '' ? '220 here\r\n' : '')],
    [
      'nothing to the mail',
      (said) => (said === '' ? '220 here\r\n' : said.startsWith('EHLO') ? '250 here\r\n' : ''),
    ],
  ])('that says %s is unreachable when the time is up', async (_, answer) => {
    await using server = await talking(answer)

    const thrown = await failureOf(
      mailer({ host: '127.0.0.1', port: server.port, deadlineMs: 200 }).send(mail),
    )

    expect(thrown).toMatchObject({ kind: 'unreachable', message: expect.stringContaining('within 0.2 s') })
  })

  test('that says nothing to a hundred mails, begun one after the other, is told of in the same words for each', async () => {
    await using server = await talking(() => '')
    const sender = mailer({ host: '127.0.0.1', port: server.port, deadlineMs: 1000 })

    const thrown = await Promise.all(
      Array.from({ length: 100 }, async (_, nth) => {
        await sleep(3 * nth)
        return await failureOf(sender.send(mail))
      }),
    )

    expect(new Set(thrown.map(({ message }) => message))).toEqual(
      new Set([`mail: 127.0.0.1:${server.port} did not take the mail within 1 s`]),
    )
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
