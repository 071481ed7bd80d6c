import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { createServer as createTlsServer, type TlsOptions } from 'node:tls'

type Name = 'own-server' | 'foreign-server' | 'own-elsewhere' | 'own-client' | 'foreign-client'

/** A certificate of `make.sh` with its key, in PEM. */
export function certificateOf(name: Name): { readonly cert: string; readonly key: string } {
  return { cert: pem(name), key: pem(`${name}.key`) }
}

/** The certificate of an authority. */
export function authority(name: 'own' | 'foreign'): string {
  return pem(name)
}

/** The file of a certificate or key. */
export function pemFile(name: string): string {
  return `${import.meta.dirname}/${name}.pem`
}

function pem(name: string): string {
  return readFileSync(pemFile(name), 'utf8')
}

/** A relay on loopback that ends TLS. */
export interface TlsRelay extends AsyncDisposable {
  readonly port: number
  /** How many connections were let through. */
  passed(): number
}

/** What a relay has: `begin` is what is said in plain text before TLS. */
export interface RelayOptions extends Pick<TlsOptions, 'ca' | 'requestCert' | 'ALPNProtocols'> {
  readonly server: Name
  readonly begin?: (socket: Socket) => Promise<void>
}

/** Puts TLS before a server on this machine; `to` is its port, or the path of its socket. */
export async function tlsRelay(to: number | string, options: RelayOptions): Promise<TlsRelay> {
  const { server: name, begin, ...rest } = options
  const sockets = new Set<Socket>()
  let passed = 0
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy()).once('close', () => sockets.delete(socket))
  }
  const inner = createTlsServer({ ...certificateOf(name), ...rest, rejectUnauthorized: true }, (socket) => {
    keep(socket)
    passed += 1
    const onward = typeof to === 'string' ? connect(to) : connect(to, '127.0.0.1')
    keep(onward)
    socket.pipe(onward).pipe(socket)
    socket.once('close', () => onward.destroy())
    onward.once('close', () => socket.destroy())
  })
  inner.on('tlsClientError', () => {})
  const relay = createServer((raw) => {
    keep(raw)
    void (begin?.(raw) ?? Promise.resolve()).then(() => inner.emit('connection', raw))
  })
  relay.listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const address = relay.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    passed: () => passed,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      relay.close()
      await once(relay, 'close')
    },
  }
}
