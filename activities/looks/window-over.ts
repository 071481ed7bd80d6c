import type { DueWindow } from '../../compose/streams/due-window.ts'

/** How long after its start a compose may come to be listed, in ms: web servers answer from caches. */
const listedMs = 1_800_000

/** Whether no more composes of a window can come to be listed. The composes of a date have no window. */
export function isOver(window: DueWindow | null): boolean {
  return window !== null && Date.now() > Date.parse(window.until) + listedMs
}
