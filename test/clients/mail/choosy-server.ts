import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { listening, type Listening } from './listening.ts'

/** A mail server on 127.0.0.1. */
export interface ChoosyServer extends Listening {
  /** The recipients of each mail that it took. */
  readonly taken: string[][]
  /** The header "To" of each. */
  readonly named: string[]
}

/** An answer of a mail server that refuses a recipient. */
export function refusal(responseCode: number, said: string): Error {
  return Object.assign(new Error(said), { responseCode })
}

/** Starts a mail server that takes mail for everybody, unless `refuse` has an answer for a recipient. */
export async function choosyServer(refuse: (address: string) => Error | undefined): Promise<ChoosyServer> {
  const taken: string[][] = []
  const named: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, callback) => callback(refuse(address)),
    onData(stream, session, callback) {
      const take = async () => {
        named.push(/^To: (.*)$/im.exec(await text(stream))?.[1] ?? '')
        taken.push(session.envelope.rcptTo.map(({ address }) => address))
        callback()
      }
      void take()
    },
  })
  return { ...(await listening(server)), taken, named }
}
