import type { MailServer } from '../../clients/mail/mail-server.ts'
import type { Config } from './config-schema.ts'
import { smtpPassword } from './secrets.ts'

/** The mail server of a configuration, with its password. */
export function mailServerOf(
  { host, port, tls, user }: NonNullable<Config['mail']>,
  deadlineMs: number,
): MailServer {
  const password = smtpPassword()
  return {
    host,
    port,
    ...(tls ? { secure: 'tls' as const } : {}),
    deadlineMs,
    ...(user === undefined ? {} : { user }),
    ...(password === null ? {} : { password }),
  }
}
