import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { listening } from '../clients/mail/listening.ts'

/** A mail server that wants a login, and takes it, or refuses it and repeats it. */
export async function loginServer(how: 'takes' | 'repeats') {
  const mails: string[] = []
  const logins: string[] = []
  async function keep(stream: Readable, done: () => void): Promise<void> {
    mails.push(await text(stream))
    done()
  }
  const smtp = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, ...auth }, _session, done) {
      const password = auth.password ?? ''
      logins.push(password)
      if (how === 'takes') return done(null, { user: username ?? '' })
      const said = `no, ${password}, ${Buffer.from(`\0${username}\0${password}`).toString('base64')}`
      done(Object.assign(new Error(said), { responseCode: 535 }))
    },
    onData(stream, _session, done) {
      void keep(stream, done)
    },
  })
  smtp.on('error', () => {})
  return { ...(await listening(smtp)), mails, logins }
}
