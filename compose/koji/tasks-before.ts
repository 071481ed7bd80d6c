import { tasksOf, type TaskOwner } from './compose-tasks.ts'
import type { KojiTask } from './koji-task.ts'

/**
 * How many tasks a nightly had. A task that was submitted twice counts once. Null if no task is known, as
 * before the first night. The next night must have at least as many tasks.
 */
export function distinctTasks(tasks: readonly KojiTask[], owner: TaskOwner): number | null {
  const wanted = tasksOf(tasks, owner).map(
    ({ method, name, arch, arches }) => `${method} ${name} ${arch} ${arches.join(' ')}`,
  )
  return wanted.length === 0 ? null : new Set(wanted).size
}
