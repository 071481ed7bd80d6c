import { accepts } from '../accepts.ts'

/** Whether a server accepts connections at `host:port`. */
export function listens(address: string): Promise<boolean> {
  const { hostname: host, port } = new URL(`tcp://${address}`)
  return accepts({ host, port: Number(port) })
}
