import type { Change } from '../../compose/messages/read-message.ts'
import type { Nudged } from './nudge-run.ts'
import type { OpenRun } from './open-runs.ts'

/** What came of a change that a message told. `folded`: a look that is to come is for it, too. */
export type MessageOutcome = Nudged | 'folded' | 'too many'

/** What looks are folded with. */
export interface FoldParts {
  readonly nudge: (run: OpenRun, how: { slot: number; isOfTasks: boolean }) => Promise<Nudged>
  readonly count: (kind: Change['kind'], outcome: MessageOutcome) => void
  /** A run looks at most once in this time. */
  readonly foldMs: number
}

/** A run that is to look, and why. */
interface Due {
  readonly run: OpenRun
  readonly kind: Change['kind']
}

/** The looks that are to come. */
export interface FoldedLooks {
  add(run: OpenRun, kind: Change['kind']): void
  /** When the next one is due, in ms; Infinity if there is none. */
  nextAt(): number
  /** Has the runs look whose time has come. */
  readonly have: () => Promise<void>
}

/**
 * Folds what a run is to look at into at most one look in each `foldMs`. The first is passed on at once,
 * those after it together at the end of that time, so none is lost.
 */
export function foldedLooks({ foldMs, nudge, count }: FoldParts): FoldedLooks {
  const due = new Map<string, Due>()
  const lastAt = new Map<string, number>()
  const dueAt = (id: string) => (lastAt.get(id) ?? -Infinity) + foldMs
  return {
    add(run, kind) {
      const before = due.get(run.workflowId)
      // What matters more decides how much it may cost.
      due.set(run.workflowId, { run, kind: before && kind === 'tasks' ? before.kind : kind })
      if (before) count(kind, 'folded')
    },
    nextAt: () => Math.min(Infinity, ...[...due.keys()].map(dueAt)),
    have: async () => {
      const now = Date.now()
      for (const [id, { run, kind }] of due) {
        if (dueAt(id) > now) continue
        due.delete(id)
        lastAt.set(id, now)
        const slot = Math.floor(now / foldMs)
        count(kind, await nudge(run, { slot, isOfTasks: kind === 'tasks' }))
      }
      for (const [id, at] of lastAt) if (at + 2 * foldMs < now) lastAt.delete(id)
    },
  }
}
