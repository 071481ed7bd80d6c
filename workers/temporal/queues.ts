import { serviceQueue } from '../../workflows/queues.ts'
import type { Settings } from '../config/config.ts'
import { servedNames, type Served } from '../process/served.ts'

/** A task queue on which nights wait for a worker. */
export interface NightQueue {
  readonly name: string
  /** What `nightjar worker --queues` calls it. */
  readonly served: Served
  /** What waits there. */
  readonly work: readonly ('workflows' | 'activities')[]
}

/** Every task queue of a configuration. */
export function taskQueues({ task_queue: main }: Pick<Settings, 'task_queue'>): readonly NightQueue[] {
  return servedNames.map((served) =>
    served === 'nights'
      ? { name: main, served, work: ['workflows', 'activities'] }
      : { name: serviceQueue(main, served), served, work: ['activities'] },
  )
}
