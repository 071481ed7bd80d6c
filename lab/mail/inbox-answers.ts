import { buffer } from 'node:stream/consumers'

import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server'

import { receivedMail, type ReceivedMail } from './received-mail.ts'
import type { Disturbance } from '../script.ts'

/** How the inbox misbehaves now; null if it does not. */
export type Disturbed = () => Disturbance['how'] | null

/** What an inbox does beside its answers. */
export interface InboxActs {
  readonly disturbed: Disturbed
  readonly take: (mail: ReceivedMail) => void
  readonly hangUp: (session: SMTPServerSession) => void
}

const largest = 1024 * 1024

/** The inbox accepts mail for anybody, without a password and without encryption. */
export function inboxAnswers(acts: InboxActs): SMTPServerOptions {
  return {
    banner: 'the lab',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largest,
    onConnect(session, callback) {
      const how = acts.disturbed()
      if (how === 'reset') acts.hangUp(session)
      else callback(isOff(how) ? refusal(421, 'the lab takes no mail now') : undefined)
    },
    onData(stream, session, callback) {
      void takeIn(acts, stream, session, callback)
    },
  }
}

async function takeIn(
  { disturbed, take, hangUp }: InboxActs,
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  reply: (error?: Error) => void,
): Promise<void> {
  const raw = await wholeOf(stream)
  if (raw === null) return
  const how = disturbed()
  if (how === 'reset') return hangUp(session)
  if (isOff(how)) return reply(refusal(451, 'the lab takes no mail now'))
  if (stream.sizeExceeded) return reply(refusal(552, `a mail has at most ${largest} bytes here`))
  const recipients = session.envelope.rcptTo.map(({ address }) => address)
  take(await receivedMail(raw, recipients))
  return how === 'reset-after' ? hangUp(session) : reply()
}

/** The bytes of a mail; null if the sender disconnected in the middle. */
async function wholeOf(stream: SMTPServerDataStream): Promise<Buffer | null> {
  try {
    return await buffer(stream)
  } catch {
    return null
  }
}

function isOff(how: Disturbance['how'] | null): boolean {
  return how === '503' || how === 'offline'
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode })
}
