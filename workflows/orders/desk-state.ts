import type { Acceptance } from '../../report/order.ts'
import type { NightRecorder } from '../details/night-recorder.ts'
import type { NightInput, NightResult } from '../night-run.ts'
import type { StageName } from '../stage.ts'
import type { Nudge } from '../waiting/nudge.ts'
import type { ConditionName, Order, WatchOrder } from './order.ts'

/** What the orders of a night change. */
export interface DeskState {
  /** What the last report says, for the orders that refer to it; null before the first. */
  last: NightResult | null
  /** The order that the night carries out next; null if there is none. */
  waiting: WatchOrder | null
  /** The order that is being carried out; null if there is none. */
  underWay: WatchOrder | null
  /** The order to stop; null if there is none. */
  stopped: Order | null
  /** The stage that a person ended before its deadline; null if none. */
  finished: StageName | null
  /** What people accepted for this night, or for a time. */
  accepted: readonly Acceptance[]
  /** The conditions of a complete compose that nobody waits for any more. */
  waived: readonly ConditionName[]
}

/** What a desk uses of its night. */
export interface DeskParts {
  readonly input: NightInput
  readonly workflowId: string
  readonly recorder: NightRecorder
  readonly nudge: Nudge
  /** Ends all that is under way. */
  readonly stop: () => void
}
