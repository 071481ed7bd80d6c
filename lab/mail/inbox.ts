import { once } from 'node:events'
import type { Socket } from 'node:net'

import { SMTPServer } from 'smtp-server'

import { cut } from '../cut.ts'
import { inboxAnswers, type Disturbed } from './inbox-answers.ts'
import { inboxPage } from './inbox-page.ts'
import { listen } from '../listen.ts'
import type { ReceivedMail } from './received-mail.ts'

/** Options of an inbox; by default it uses a free port. */
export interface InboxOptions {
  readonly port?: number
  /** Called for every connection and every mail. */
  readonly disturbed?: Disturbed
}

/** An SMTP server that keeps its mails, and a page that shows them. */
export interface Inbox extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** The page: `http://127.0.0.1:4711`. */
  readonly url: string
  /** Every mail once, without duplicates: the first of each Message-ID. */
  mails(): readonly ReceivedMail[]
  /** Every accepted mail, duplicates included. */
  deliveries(): readonly ReceivedMail[]
  close(): Promise<void>
}

const host = '127.0.0.1'

/** Starts an inbox that accepts mail for anybody, without a password. */
export async function startInbox({ port = 0, disturbed = () => null }: InboxOptions = {}): Promise<Inbox> {
  const taken: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = new SMTPServer(
    inboxAnswers({
      disturbed,
      take: (mail) => taken.push(mail),
      hangUp: ({ remotePort }) =>
        [...sockets].filter((socket) => socket.remotePort === remotePort).forEach((socket) => cut(socket)),
    }),
  )
  // The server reports cut connections as errors; scenarios cut them on purpose.
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.listen(port, host)
  await once(server.server, 'listening')
  const mails = () =>
    taken.filter(({ messageId }, nth) => nth === taken.findIndex((mail) => mail.messageId === messageId))
  const page = await startPage(() => taken.filter(isFirstOfItsKind))
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    await Promise.all([page.close(), new Promise<void>((resolve) => server.close(resolve))])
  }
  return {
    host,
    port: portOf(server),
    url: page.url,
    mails,
    deliveries: () => taken,
    close,
    [Symbol.asyncDispose]: close,
  }
}

function startPage(mails: () => readonly ReceivedMail[]) {
  return listen((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'")
    response.end(inboxPage(mails()))
  })
}

function portOf(server: SMTPServer): number {
  const address = server.server.address()
  if (typeof address === 'object' && address !== null) return address.port
  throw new Error('the inbox has no port')
}

/** Sent again to the same recipients, a mail is the same mail. */
function isFirstOfItsKind(mail: ReceivedMail, nth: number, all: readonly ReceivedMail[]): boolean {
  return all.findIndex((each) => kindOf(each) === kindOf(mail)) === nth
}

function kindOf({ messageId, recipients }: ReceivedMail): string {
  return JSON.stringify([messageId, recipients])
}
