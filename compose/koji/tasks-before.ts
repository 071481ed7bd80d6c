import { tasksOf, type TaskOwner } from './compose-tasks.ts'
import type { KojiTask } from './koji-task.ts'

/**
 * How many tasks a nightly had, each once though it was submitted twice; null where none is known, as before the first night.
 * What the next night is to have no fewer of.
 */
export function distinctTasks(tasks: readonly KojiTask[], owner: TaskOwner): number | null {
  const wanted = tasksOf(tasks, owner).map(
    ({ method, name, arch, arches }) => `${method} ${name} ${arch} ${arches.join(' ')}`,
  )
  return wanted.length === 0 ? null : new Set(wanted).size
}

/** The day before a date, both `YYYYMMDD`. */
export function dayBefore(date: string): string {
  const midnight = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6, 8)))
  return new Date(midnight - 24 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '')
}
