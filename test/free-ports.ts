import { randomInt } from 'node:crypto'
import { isFree } from '../workers/temporal/free-port.ts'

/**
 * The first of ten ports that nobody listens on. They lie below the ports that Linux gives to whoever asks
 * for any, so that none of them is given away meanwhile.
 */
export async function freePorts(): Promise<number> {
  while (true) {
    const first = 10_000 + 10 * randomInt(900)
    const ports = Array.from({ length: 10 }, (_, at) => first + at)
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return first
  }
}
