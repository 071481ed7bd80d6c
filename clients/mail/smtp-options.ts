import { encryptionOf, type MailServer } from './mail-server.ts'

/** A server that says nothing at first is left sooner than one that has the mail. RFC 5321, 4.5.3.2.1. */
const [connectMs, greetingMs] = [120_000, 300_000]

/** How nodemailer connects to a mail server. */
export function smtpOptions(server: MailServer) {
  const { host, port, user, password, deadlineMs } = server
  const encryption = encryptionOf(server)
  // The signal of `send` ends a mail at its deadline. nodemailer's own limit must come later.
  const limitMs = 2 * deadlineMs
  return {
    host,
    port,
    secure: encryption === 'tls',
    requireTLS: encryption === 'starttls',
    ...(user === undefined || password === undefined ? {} : { auth: { user, pass: password } }),
    name: 'nightjar.localdomain',
    dnsTimeout: limitMs,
    connectionTimeout: Math.min(connectMs, limitMs),
    greetingTimeout: Math.min(greetingMs, limitMs),
    socketTimeout: limitMs,
    maxResponseSize: 64 * 1024,
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
