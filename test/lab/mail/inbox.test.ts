import * as fc from 'fast-check'
import { simpleParser } from 'mailparser'
import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'

import { startInbox, type Inbox } from '../../../lab/mail/inbox.ts'
import { readMail } from '../../../lab/mail/mail-text.ts'

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

test('what the inbox reads of a mail is what a mail program reads', async () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'Z', ' ', '=', '?', '_', 'ü', '–', '日', '.', '\n'),
    maxLength: 300,
  })
  const transport = createTransport({ streamTransport: true, buffer: true })
  await fc.assert(
    fc.asyncProperty(letters, letters, async (subject, text) => {
      const { message } = await transport.sendMail({
        from: 'a@example.org',
        to: 'b@example.org',
        subject,
        text: `${text}.`,
      })
      const raw = Buffer.isBuffer(message) ? message : Buffer.from('')

      const read = readMail(raw)
      const parsed = await simpleParser(raw)

      expect(read.text.trimEnd()).toBe(parsed.text?.trimEnd())
      expect(read.headers.get('subject') ?? '').toBe(parsed.subject ?? '')
    }),
    { numRuns: 100 },
  )
})

async function post(inbox: Inbox, mail: { readonly [name: string]: string }): Promise<void> {
  const transport = createTransport({ host: inbox.host, port: inbox.port })
  await transport.sendMail({ from: 'a@example.org', to: 'someone@example.org', text: 'text', ...mail })
}
