import type { TaskCount } from '../koji/compose-tasks.ts'

/**
 * Counts of a compose's Koji tasks in looks that lay apart, oldest first, and when the last was taken (ISO).
 */
export interface Settling {
  readonly looks: readonly TaskCount[]
  readonly at: string
}

/** What the looks at a compose's Koji tasks have shown so far. */
export interface TasksMemory extends Settling {
  /** How many the night before had, null where that is not known. */
  readonly nightBefore: number | null
}

/** How many looks are remembered: as many as a judgement asks for. */
const remembered = 3

/**
 * Adds the count of a look at `at`. A look less than `apartMs` after the last takes its place instead of
 * adding to it: several at once, as after a burst of messages, show nothing settled.
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
