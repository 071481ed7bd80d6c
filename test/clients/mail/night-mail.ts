import type { OutgoingMail } from '../../../clients/mail/outgoing-mail.ts'

/** A report as it is sent. */
export const mail: OutgoingMail = {
  messageId: '<nightly.rawhide.2026-11-24.final@nightjar.example.org>',
  from: 'Nightjar <nightjar@example.org>',
  recipients: ['test-reports@lists.example.org', 'qa@example.org'],
  to: ['test-reports@lists.example.org', 'qa@example.org'],
  subject: '[Rawhide] 20261124.n.0 FAILED: 2 failed – 212/214 passed',
  text: `Rawhide is BROKEN – 2 tests failed.\n.\nFrom here on: ${'long '.repeat(300)}\n-- \nNightjar\n`,
  html: `<p>Rawhide is <b>BROKEN</b> – 2 tests failed.</p>\n<p>.\n${'long '.repeat(300)}</p>\n`,
  json: { name: 'rawhide-2026-11-24-1.json', text: '{ "schema": 2 }\n' },
  date: '2026-11-24T11:02:12.000Z',
  listId: 'Nightjar <reports.nightjar.example.org>',
  inReplyTo: null,
}
