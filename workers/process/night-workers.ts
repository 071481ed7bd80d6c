import { Worker, type WorkerOptions } from '@temporalio/worker'
import { serviceQueue, type Service } from '../../workflows/queues.ts'
import { servedNames, type Served } from './served.ts'

/** How many activities of each service all workers together begin in a second. */
export type Rates = Readonly<Record<Service, number>>

/** What the workers of a process are made of. `taskQueue` is that of the nights. */
export interface NightWorkersOptions extends Omit<WorkerOptions, 'taskQueue' | 'workflowsPath'> {
  readonly taskQueue: string
  /** All of it if absent. */
  readonly serves?: readonly Served[]
  /** Unlimited if absent. */
  readonly rates?: Rates
}

/** The workers of a process, one for each task queue. */
export interface NightWorkers {
  /** The task queues that they poll. */
  readonly queues: readonly string[]
  /** Works until a shutdown; fails if one of the workers fails, and then the others are shut down. */
  run(): Promise<void>
  /** Works as long as something lasts. */
  runUntil<Result>(last: Promise<Result> | (() => Promise<Result>)): Promise<Result>
  shutdown(): void
  /** Whether all of them poll their queues. */
  isRunning(): boolean
  /** Whether one of them has ended by an error. */
  hasFailed(): boolean
}

/**
 * How many runs a process keeps ready, at about 0.6 MB each (bench/waiting). Two nights a day need a fifth.
 * A run beyond them is replayed when it goes on, which one that waits does twice in three hours.
 */
const maxCachedWorkflows = 100

/**
 * Makes the workers of a process. Each offers every activity, so one that moved to another queue is still
 * served where running nights ask for it.
 */
export async function createNightWorkers(options: NightWorkersOptions): Promise<NightWorkers> {
  const { serves = servedNames, rates, taskQueue, workflowBundle, ...common } = options
  const workers: Worker[] = []
  for (const served of serves) {
    const own =
      served === 'nights'
        ? { taskQueue, ...(workflowBundle && { workflowBundle }) }
        : {
            taskQueue: serviceQueue(taskQueue, served),
            ...(rates && { maxTaskQueueActivitiesPerSecond: rates[served] }),
          }
    workers.push(await Worker.create({ ...common, maxCachedWorkflows, ...own }))
  }
  return together(workers)
}

function together(workers: readonly Worker[]): NightWorkers {
  const isRunning = () => workers.every((worker) => worker.getState() === 'RUNNING')
  const shutdown = () => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown()
  }
  const run = async () => {
    const runs = workers.map((worker) => worker.run())
    try {
      await Promise.all(runs)
    } finally {
      shutdown()
      await Promise.allSettled(runs)
    }
  }
  return {
    queues: workers.map(({ options }) => options.taskQueue),
    run,
    shutdown,
    isRunning,
    hasFailed: () => workers.some((worker) => worker.getState() === 'FAILED'),
    async runUntil(last) {
      const running = run()
      const early = running.then(() => {
        throw new Error('the workers ended before what they work for')
      })
      try {
        return await Promise.race([typeof last === 'function' ? last() : last, early])
      } finally {
        shutdown()
        await running
      }
    },
  }
}
