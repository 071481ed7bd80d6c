import { activityInfo } from '@temporalio/activity'
import type { Pace, Sight } from '../looks/look.ts'

/** What the looks of this process remember of runs whose lap a nudge ended, and with it the heartbeat. */
export interface KeptMemory<Memory> {
  /** What a lap begins with: after a nudge the memory of the last look here, unless that was long ago. */
  newest(pace: Pace, before: Memory | null): Memory | null
  /** Keeps what a look remembers, and answers the same. */
  keep<Answer>(sight: Sight<Answer, Memory>): Sight<Answer, Memory>
}

/** More nights than one process plays at once. */
const most = 200

/** Makes a place for the memory of one kind of look. Where another process goes on, it is merely lost. */
export function keptMemory<Memory>(): KeptMemory<Memory> {
  const kept = new Map<string, { readonly memory: Memory; readonly at: number }>()
  return {
    newest({ nudged, lookMs }, before) {
      const own = kept.get(run())
      // Another process may have looked since: what is older than a poll interval is not the last look.
      const isLast = own !== undefined && performance.now() - own.at < 1.5 * lookMs
      return nudged && isLast ? own.memory : before
    },
    keep(sight) {
      kept.delete(run())
      if (sight.kind === 'not-yet' && sight.memory !== null)
        kept.set(run(), { memory: sight.memory, at: performance.now() })
      const oldest = kept.keys().next()
      if (kept.size > most && oldest.done !== true) kept.delete(oldest.value)
      return sight
    },
  }
}

function run(): string {
  return activityInfo().workflowExecution?.runId ?? ''
}
