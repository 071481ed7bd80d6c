import { setTimeout as sleep } from 'node:timers/promises'
import {
  Connection,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
  type ConnectionOptions,
} from '@temporalio/client'

/** Timers are rounded to milliseconds, so one that is due may still be about to fire. */
const marginMs = 50

/**
 * Opens a connection that can be closed at any time. The SDK repeats a failed call by a timer. If the
 * connection is closed meanwhile, the timer throws where nobody can catch it, which ends the process. This
 * connection closes only after the last timer, at most some seconds later, and starts no further ones.
 */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  const usual = defaultGrpcRetryOptions()
  let closing = false
  let nothingDueAt = 0
  const retries = makeGrpcRetryInterceptor({
    retryableDecider: (attempt, status) => !closing && usual.retryableDecider(attempt, status),
    delayFunction(attempt, status) {
      const delayMs = usual.delayFunction(attempt, status)
      nothingDueAt = Math.max(nothingDueAt, performance.now() + delayMs + marginMs)
      return delayMs
    },
  })
  const connection = await Connection.connect({ ...options, interceptors: [retries] })
  const close = connection.close.bind(connection)
  return Object.assign(connection, {
    async close() {
      closing = true
      const waitMs = nothingDueAt - performance.now()
      if (waitMs > 0) await sleep(waitMs)
      await close()
    },
  })
}
