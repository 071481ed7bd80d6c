import { Interrupted } from './exit-code.ts'

/** Rejects with {@link Interrupted} at Ctrl-C, SIGTERM or a closed terminal, until it is disposed of. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal
  /** Waits for `awaited`, or rejects at an interruption. */
  readonly orSooner: <Result>(awaited: Promise<Result>) => Promise<Result>
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** Handles these signals, so that a command can stop what it started before the process ends. */
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
