import type { Socket } from 'node:net'
import { cut } from '../cut.ts'
import { startLineGate, type LineGate } from './line-gate.ts'
import { strike, type Guard, type BrokenConnection, type PassingCall, type Spoil } from './spoil.ts'

const endOfMail = '\r\n.\r\n'

/** The answer of a mail server in trouble. */
const notNow = '451 4.3.0 not now, try again later\r\n'

/** A gate in front of a mail server. A call is the delivery of a mail to it. */
export function startMailGate(port: number, guard: Guard): Promise<LineGate> {
  return startLineGate(port, (caller, service) => {
    let mail = ''
    caller.on('data', (chunk: Buffer) => {
      mail += chunk.toString('latin1')
      if (!mail.includes(endOfMail)) {
        service.write(chunk)
        return
      }
      void handOver(caller, service, { chunk, spoil: guard(callOf(mail)) })
      mail = ''
    })
    service.pipe(caller)
  })
}

async function handOver(
  caller: Socket,
  service: Socket,
  { chunk, spoil }: { readonly chunk: Buffer; readonly spoil: Spoil | null },
): Promise<void> {
  const early = await strike(spoil, 'before')
  if (early !== null) {
    service.unpipe(caller).destroy()
    return breakConnection(caller, early)
  }
  if (spoil?.when !== 'after') return void service.write(chunk)
  service.unpipe(caller)
  service.once('data', (answer: Buffer) => {
    void (async () => {
      const late = await strike(spoil, 'after')
      // A server that took a mail does not ask for it again: its answer can only be lost.
      if (late !== null) return breakConnection(caller, late === '502' ? 'reset' : late)
      caller.write(answer)
      service.pipe(caller)
    })()
  })
  service.resume().write(chunk)
}

function breakConnection(caller: Socket, how: BrokenConnection): void {
  if (how === 'reset') cut(caller)
  if (how === '502') caller.end(notNow)
}

function callOf(mail: string): PassingCall {
  const messageId = /^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? ''
  return { service: 'smtp', method: 'DATA', path: '', params: { messageId } }
}
