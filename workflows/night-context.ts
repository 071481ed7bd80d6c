import type { Night } from '../compose/naming/night.ts'
import type { NightRecorder } from './details/night-recorder.ts'
import type { Hearing } from './waiting/hearing.ts'
import type { Nudge } from './waiting/nudge.ts'
import type { Patience } from './patience.ts'
import type { ReportedCompose } from '../report/outcome.ts'
import type { Desk } from './orders/desk.ts'
import type { FirstOrder } from './orders/order.ts'
import type { NightResult } from './stages/report.ts'

/** The input of a night. */
export interface NightInput {
  readonly night: Night
  /** Test only this compose; if absent, the newest usable one of the night. */
  readonly compose?: string
  /** The compose that this one is a respin of. */
  readonly respinOf?: ReportedCompose
  readonly patience: Patience
  /** Test only these flavors; all if absent. */
  readonly flavors?: readonly string[]
  /** The run of this night that has ended, which this one takes over, and the order that it does so for. */
  readonly takesOver?: { readonly run: string; readonly result: NightResult }
  readonly order?: FirstOrder
}

/** What every stage of a running night uses. */
export interface NightContext {
  readonly input: NightInput
  readonly workflowId: string
  readonly recorder: NightRecorder
  readonly nudge: Nudge
  readonly hearing: Hearing
  readonly desk: Desk
}
