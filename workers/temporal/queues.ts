import type { Settings } from '../config/config.ts'

/** Every task queue on which nights wait for a worker. */
export function taskQueues({ task_queue: main }: Pick<Settings, 'task_queue'>): readonly string[] {
  return [main]
}
