import { ClientFailure } from '../failure.ts'
import { excerpt } from '../http.ts'
import type { OutgoingMail } from './outgoing-mail.ts'

/**
 * Checks that a mail is valid, and that no value can inject a header.
 * @throws ClientFailure `refused` with every mistake
 */
export function checkMail({
  messageId,
  from,
  to,
  recipients,
  subject,
  date,
  listId,
  inReplyTo,
  json,
}: OutgoingMail): void {
  const id = /^<[^\s<>@]+@[^\s<>@]+>$/
  const lines = {
    from,
    subject,
    'list id': listId,
    ...Object.fromEntries([...to, ...recipients].map((one, nth) => [`recipient ${nth + 1}`, one])),
  }
  const mistakes = [
    ...Object.entries(lines)
      .filter(([, text]) => !/^[^\p{Cc}\p{Zl}\p{Zp}]+$/u.test(text))
      .map(([name, text]) => `the ${name} must be one line, not ${quoted(text)}`),
    ...[messageId, inReplyTo ?? messageId]
      .filter((text) => !id.test(text))
      .map((text) => `a Message-ID is <word@domain>, not ${quoted(text)}`),
    ...(json === null || /^[\w.-]{1,100}$/.test(json.name)
      ? []
      : [`the name of a file is a plain word, not ${quoted(json.name)}`]),
    ...(recipients.length === 0 ? ['there is no recipient'] : []),
    ...(Number.isNaN(Date.parse(date)) ? [`the date must be ISO, not ${quoted(date)}`] : []),
  ]
  if (mistakes.length > 0) throw new ClientFailure('refused', 'mail', mistakes.join('; '))
}

function quoted(text: string): string {
  return JSON.stringify(excerpt(text, 60))
}
