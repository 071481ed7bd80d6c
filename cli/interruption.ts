import { Interrupted } from './exit-code.ts'

/** Rejects with {@link Interrupted} at Ctrl-C or SIGTERM, from when it is made until it is disposed of. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal
  /** What was awaited, or the interruption where that comes first. */
  orSooner<Result>(awaited: Promise<Result>): Promise<Result>
}

const signals = ['SIGINT', 'SIGTERM'] as const

/** Takes Ctrl-C and SIGTERM over, so that what was started can be stopped before the process ends. */
export function takeInterruptions(): Interruption {
  const controller = new AbortController()
  const interrupt = () => controller.abort(new Interrupted('stopped'))
  signals.forEach((signal) => process.on(signal, interrupt))
  const interrupted = Promise.withResolvers<never>()
  controller.signal.addEventListener('abort', () => interrupted.reject(controller.signal.reason), {
    once: true,
  })
  interrupted.promise.catch(() => {})
  return {
    signal: controller.signal,
    orSooner: (awaited) => Promise.race([awaited, interrupted.promise]),
    [Symbol.dispose]: () => signals.forEach((signal) => process.off(signal, interrupt)),
  }
}
