import type { TaskCount } from '../koji/compose-tasks.ts'

/** The counts of a compose's Koji tasks in separate looks, oldest first. `at` is the ISO time of the last. */
export interface Settling {
  readonly looks: readonly TaskCount[]
  readonly at: string
}

/** What the looks at a compose's Koji tasks have shown so far. */
export interface TasksMemory extends Settling {
  /** How many tasks the night before had. Null if that is not known. */
  readonly nightBefore: number | null
}

/** How many looks are remembered. A judgement needs no more. */
const remembered = 3

/**
 * Adds the count of a look at `at`. A look less than `apartMs` after the last one replaces it. Several looks
 * at once, as after a burst of messages, do not show that the tasks have settled.
 */
export function withLook(
  before: Settling | null,
  count: TaskCount,
  { at, apartMs }: { readonly at: string; readonly apartMs: number },
): Settling {
  if (before === null) return { looks: [count], at }
  const soon = Date.parse(at) - Date.parse(before.at) < apartMs
  if (soon && same(before.looks.at(-1), count)) return before
  const looks = soon ? before.looks.slice(0, -1) : before.looks
  return { looks: [...looks, count].slice(-remembered), at }
}

function same(a: TaskCount | undefined, b: TaskCount): boolean {
  return a?.total === b.total && a.open === b.open && a.failed === b.failed
}
