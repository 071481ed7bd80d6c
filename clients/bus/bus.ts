import { setTimeout as sleep } from 'node:timers/promises'
import { subscribe, type BusQuestion, type Take } from './subscribe.ts'

/** Who listens to the bus. */
export interface BusListener {
  readonly take: Take
  /** It is connected: what is sent from now on is heard. */
  connected(): void
  /** It is not connected; it is tried again in a while. */
  lost(why: string): void
}

/** Listens until it is stopped. */
export interface HeldBus {
  stop(): Promise<void>
}

/** The times between two tries to connect. */
export interface BusPauses {
  readonly firstMs: number
  readonly mostMs: number
}

const usual: BusPauses = { firstMs: 1000, mostMs: 60_000 }

/**
 * Listens to the bus, and connects again whenever the connection, the channel or the queue is lost. It starts
 * without a broker, and never fails.
 */
export function listenToBus(question: BusQuestion, listener: BusListener, pauses = usual): HeldBus {
  const stop = new AbortController()
  const { signal } = stop
  const stopped = new Promise<null>((resolve) => signal.addEventListener('abort', () => resolve(null)))
  const done = (async () => {
    for (let tries = 0; !signal.aborted; tries += 1) {
      const beganAt = performance.now()
      const why = await once(question, listener, stopped)
      if (why === null) return
      listener.lost(why)
      // What held for a while is tried again at once.
      if (performance.now() - beganAt > pauses.mostMs) tries = 0
      await sleep(pauseOf(tries, pauses), undefined, { signal }).catch(() => undefined)
    }
  })()
  return {
    async stop() {
      stop.abort()
      await done
    },
  }
}

/** One connection, from its first try to its end; null if it was stopped. */
async function once(
  question: BusQuestion,
  listener: BusListener,
  stopped: Promise<null>,
): Promise<string | null> {
  try {
    const subscription = await subscribe(question, listener.take)
    listener.connected()
    try {
      return await Promise.race([subscription.over, stopped])
    } finally {
      await subscription.close()
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Longer each time; not all workers of an installation come at once. */
function pauseOf(tries: number, { firstMs, mostMs }: BusPauses): number {
  return Math.min(mostMs, firstMs * 2 ** Math.min(tries, 20)) * (0.75 + Math.random() / 4)
}
