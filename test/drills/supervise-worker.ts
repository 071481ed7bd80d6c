import { startChild, type Child } from '../../workers/child.ts'

/** Worker processes of a configuration, one after the other: when one is killed, the next starts. */
export interface SupervisedWorker {
  readonly kill: () => void
  /** How many were killed so far. */
  readonly kills: () => number
  stop(): Promise<void>
}

/** Starts the first one. */
export function superviseWorker(file: string, temporalAddress: string): SupervisedWorker {
  const start = (): Child =>
    startChild(process.execPath, ['cli/main.ts', 'worker', '--config', file], {
      log: `${file}.worker.log`,
      environment: { TEMPORAL_ADDRESS: temporalAddress },
    })
  let worker = start()
  let isOver = false
  let kills = 0
  const restart = async (): Promise<void> => {
    for (;;) {
      const how = await worker.ended
      if (isOver) return
      if (how !== 'SIGKILL') throw new Error(`a worker ended by itself: ${how}`)
      kills += 1
      worker = start()
    }
  }
  const supervised = restart()
  return {
    kill: () => worker.kill('SIGKILL'),
    kills: () => kills,
    async stop() {
      isOver = true
      await worker.stop()
      await supervised
    },
  }
}
