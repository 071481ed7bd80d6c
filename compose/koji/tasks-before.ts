import { tasksOf, type TaskOwner } from './compose-tasks.ts'
import type { KojiTask } from './koji-task.ts'

/**
 * How many tasks a nightly had, each once though it was submitted twice; null where none is known, as before
 * the first night. What the next night is to have no fewer of.
 */
export function distinctTasks(tasks: readonly KojiTask[], owner: TaskOwner): number | null {
  const wanted = tasksOf(tasks, owner).map(
    ({ method, name, arch, arches }) => `${method} ${name} ${arch} ${arches.join(' ')}`,
  )
  return wanted.length === 0 ? null : new Set(wanted).size
}
