import { z } from 'zod'

/** A URL that may be in reports and mails. */
export function publicUrl(protocol: RegExp, example: string) {
  return z
    .url({ protocol, error: `expected a URL such as "${example}"` })
    .refine(namesNobody, 'expected a URL without a user or password, as URLs are in reports and mails')
}

/** What is no URL at all is told of by another rule. */
function namesNobody(url: string): boolean {
  const { username, password } = URL.parse(url) ?? { username: '', password: '' }
  return username === '' && password === ''
}

/** A web page or service. */
export const webUrl = publicUrl(/^https?$/, 'https://host/path')
