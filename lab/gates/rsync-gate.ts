import type { Socket } from 'node:net'
import { cut } from '../cut.ts'
import { startLineGate, type LineGate } from './line-gate.ts'
import { strike, type Guard, type Spoil } from './spoil.ts'

/** What a daemon says before it lists. */
const welcome = '@RSYNCD: OK\n'
const busy = '@RSYNCD: 31.0\n@ERROR: max connections (1) reached -- try again later\n'

/** A listing breaks off this many bytes after the welcome: about fifty are the handshake. */
const crumbs = 100

/** A gate in front of an rsync daemon. A listing has no effect: with `after` it breaks off in the middle. */
export function startRsyncGate(port: number, guard: Guard): Promise<LineGate> {
  return startLineGate(port, (caller, service) => {
    void relay(caller, service, guard({ service: 'rsync', method: 'LIST', path: '', params: {} }))
  })
}

async function relay(caller: Socket, service: Socket, spoil: Spoil | null): Promise<void> {
  caller.pause()
  const early = await strike(spoil, 'before')
  if (early === 'reset') cut(caller)
  if (early === '502') caller.end(busy)
  if (early !== null) return
  caller.pipe(service)
  if (spoil?.when === 'after') breakOff(caller, service, spoil)
  else service.pipe(caller)
}

function breakOff(caller: Socket, service: Socket, spoil: Spoil): void {
  let said = Buffer.alloc(0)
  let passed = 0
  const hear = (chunk: Buffer) => {
    said = Buffer.concat([said, chunk])
    const welcomed = said.indexOf(welcome)
    const most = welcomed === -1 ? said.length : Math.min(said.length, welcomed + welcome.length + crumbs)
    caller.write(said.subarray(passed, most))
    passed = most
    if (most === said.length) return
    service.off('data', hear).pause()
    void end()
  }
  const end = async () => {
    const late = await strike(spoil, 'after')
    if (late === 'reset') cut(caller)
    if (late === '502') caller.end()
    if (late !== null) return
    caller.write(said.subarray(passed))
    service.pipe(caller)
  }
  service.on('data', hear)
}
