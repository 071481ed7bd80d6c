import * as fc from 'fast-check'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'

import { startInbox, type Inbox } from '../../../lab/mail/inbox.ts'
import { receivedMail } from '../../../lab/mail/received-mail.ts'

test('the page shows mails as text, whatever is in them', async () => {
  await using inbox = await startInbox()
  await post(inbox, { subject: '<b>bold</b> & "more" – ü', text: '<script>alert(1)</script>' })

  const page = await fetch(inbox.url)

  const html = await page.text()
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(html).toContain('&lt;b&gt;bold&lt;/b&gt; &amp; &quot;more&quot; – ü')
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script')
})

test('a mail that came twice is one mail and two deliveries', async () => {
  await using inbox = await startInbox()

  await post(inbox, { messageId: '<a@b>' })
  await post(inbox, { messageId: '<c@d>' })
  await post(inbox, { messageId: '<a@b>' })

  expect(inbox.mails().map(({ messageId }) => messageId)).toEqual(['<a@b>', '<c@d>'])
  expect(inbox.deliveries()).toHaveLength(3)
  expect(inbox.mails()[0]?.recipients).toEqual(['someone@example.org'])
})

test('a mail of more than a megabyte is refused', async () => {
  await using inbox = await startInbox()

  await expect(post(inbox, { text: 'x'.repeat(1_100_000) })).rejects.toThrow(/552|size/)
  expect(inbox.deliveries()).toEqual([])
})

test('closing does not wait for those who stay connected', async () => {
  const inbox = await startInbox()
  const idle = createTransport({ host: inbox.host, port: inbox.port, pool: true })
  await idle.sendMail({ from: 'a@example.org', to: 'b@example.org', text: 'x' })

  await inbox.close()

  await expect(fetch(inbox.url)).rejects.toThrow('fetch failed')
  idle.close()
})

/** Texts that 7 bits must spell in another way. */
function letters(more: readonly string[] = []): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom('a', 'Z', '=', '?', '_', 'ü', '–', '日', '.', ...more),
    maxLength: 300,
  })
}

test('a mail is read as it was meant, whatever 7 bits made of it', async () => {
  const transport = createTransport({ streamTransport: true, buffer: true })
  await fc.assert(
    fc.asyncProperty(letters(), letters([' ', '\n']), async (subject, text) => {
      const { message } = await transport.sendMail({
        from: 'a@example.org',
        to: 'b@example.org',
        subject,
        text: `${text}.`,
      })

      const mail = await receivedMail(Buffer.isBuffer(message) ? message : Buffer.from(''), [])

      expect(mail.text.trimEnd()).toBe(`${text}.`)
      expect(mail.subject).toBe(subject)
    }),
    { numRuns: 100 },
  )
})

test('of a mail with several parts the plain text is shown, with its headers unfolded', async () => {
  const source = [
    'From: Nightjar <nightjar@example.org>',
    'To: a@example.org, b@example.org',
    'Subject: =?ISO-8859-1?Q?F=FCr?=',
    ' =?UTF-8?B?IFJhd2hpZGU=?= you',
    'Date: Tue, 24 Nov 2026 10:07:00 +0100',
    'In-Reply-To: <1@example.org>',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'caf=E9 =',
    'open',
    '--x',
    'Content-Type: text/html',
    '',
    '<b>no</b>',
    '--x--',
  ]

  const mail = await receivedMail(Buffer.from(source.join('\r\n')), ['c@example.org'])

  expect(mail).toMatchObject({
    messageId: '',
    from: '"Nightjar" <nightjar@example.org>',
    to: 'a@example.org, b@example.org',
    subject: 'Für Rawhide you',
    date: 'Tue, 24 Nov 2026 09:07:00 GMT',
    inReplyTo: '<1@example.org>',
    text: 'café open',
    raw: source.join('\r\n'),
    recipients: ['c@example.org'],
  })
})

async function post(inbox: Inbox, mail: { readonly [name: string]: string }): Promise<void> {
  const transport = createTransport({ host: inbox.host, port: inbox.port })
  await transport.sendMail({ from: 'a@example.org', to: 'someone@example.org', text: 'text', ...mail })
}
