import { domainToASCII } from 'node:url'

/** The address of a recipient as SMTP has it: without a name, and the domain in small ASCII letters. */
export function envelopeAddress(recipient: string): string {
  const address = /<([^<>]*)>\s*$/.exec(recipient)?.[1] ?? recipient.trim()
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  return `${address.slice(0, at)}@${domainToASCII(domain) || domain.toLowerCase()}`
}
