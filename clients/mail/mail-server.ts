/** How a connection is encrypted: from its first byte, by STARTTLS or not at all, or by STARTTLS if the server has it. */
export type Encryption = 'tls' | 'starttls' | 'starttls-if-offered'

/** How to reach the mail server. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly secure?: Encryption
  readonly user?: string
  readonly password?: string
  /** For one mail, from the name look-up to the server's last word. */
  readonly deadlineMs: number
}

/** The encryption to insist on: a password is never sent in the clear, but on this machine. */
export function encryptionOf({ host, secure, password }: MailServer): Encryption {
  if (secure === 'tls' || secure === 'starttls') return secure
  return password === undefined || isLoopback(host) ? 'starttls-if-offered' : 'starttls'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}
