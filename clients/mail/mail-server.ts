import { isLoopback } from '../loopback.ts'

/** The encryption of a connection: TLS from the first byte, required STARTTLS, or STARTTLS if offered. */
export type Encryption = 'tls' | 'starttls' | 'starttls-if-offered'

/** How to reach the mail server. */
export interface MailServer {
  readonly host: string
  readonly port: number
  readonly secure?: Encryption
  readonly user?: string
  readonly password?: string
  /** For one mail, from the name look-up to the server's last answer, which may take ten minutes. */
  readonly deadlineMs: number
}

/** The required encryption. A password is sent unencrypted only to this machine. */
export function encryptionOf({ host, secure, password }: MailServer): Encryption {
  if (secure === 'tls' || secure === 'starttls') return secure
  return password === undefined || isLoopback(host) ? 'starttls-if-offered' : 'starttls'
}
