import type { ReceivedMail } from './received-mail.ts'

/** All mails as one HTML page, newest first. Mails are escaped: their text cannot become HTML. */
export function inboxPage(mails: readonly ReceivedMail[]): string {
  const articles = mails.toReversed().map(article)
  return `<!doctype html>
<meta charset="utf-8">
<title>Inbox: ${mails.length} mails</title>
<style>body{max-width:60em;margin:2em auto;font-family:sans-serif}pre{white-space:pre-wrap;border-top:1px solid;padding-top:1em}</style>
<h1>Inbox</h1>
${articles.join('\n') || '<p>No mail yet.</p>'}
`
}

function article({ subject, from, to, date, messageId, text, recipients }: ReceivedMail): string {
  const about = [
    `From: ${from}`,
    `To: ${to}`,
    `For: ${recipients.join(', ')}`,
    `Date: ${date}`,
    `Message-ID: ${messageId}`,
  ]
  return `<article>\n<h2>${escape(subject)}</h2>\n<p>${about.map(escape).join('<br>')}</p>\n<pre>${escape(text)}</pre>\n</article>`
}

function escape(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '')
}
