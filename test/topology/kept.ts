import { setTimeout as sleep } from 'node:timers/promises'

/** A program that runs, as its supervisor sees it. */
export interface Running {
  /** Resolves when the program has ended. */
  readonly ended: Promise<unknown>
  /** Ends it as a power cut would. */
  kill(): void
  stop(): Promise<void>
}

/** A program that is started again whenever it ends, as systemd does with `Restart=always`. */
export interface Kept extends AsyncDisposable {
  readonly name: string
  /** Ends the program as a power cut would; it starts again by itself. */
  kill(): void
  /** From its next start on it is another program: it is stopped, and starts as that. */
  replace(start: Start): Promise<void>
}

/** Starts the program. It may fail for a time: what it needs may be away. */
export type Start = () => Promise<Running>

const restartMs = 1000

/** Starts a program, and keeps it running until it is disposed of. */
export async function keep(name: string, start: Start): Promise<Kept> {
  let next = start
  let isOver = false
  let running = await start()
  const keeping = (async () => {
    for (;;) {
      await running.ended
      if (isOver) return
      await sleep(restartMs)
      const again = await next().catch(() => null)
      if (again !== null) running = again
      if (again !== null && isOver) await again.stop()
    }
  })()
  return {
    name,
    kill: () => running.kill(),
    async replace(other) {
      next = other
      await running.stop()
    },
    async [Symbol.asyncDispose]() {
      isOver = true
      await running.stop()
      await keeping
    },
  }
}
