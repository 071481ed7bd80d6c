import { once } from 'node:events'
import type { SMTPServer } from 'smtp-server'

/** Where a mail server of a test listens; disposing of it ends it. */
export interface Listening extends AsyncDisposable {
  readonly port: number
}

/** Lets a mail server listen on a free port of 127.0.0.1. */
export async function listening(smtp: SMTPServer): Promise<Listening> {
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const address = smtp.server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => smtp.close(() => resolve())),
  }
}
