import type { Night } from '../compose/naming/night.ts'
import type { NightRecorder } from './night-recorder.ts'
import type { Nudge } from './nudge.ts'
import type { Patience } from './patience.ts'

/** What starts a night. */
export interface NightInput {
  readonly night: Night
  /** Test this compose and no other; absent, the newest usable one of the night. */
  readonly compose?: string
  readonly patience: Patience
}

/** What every stage of a running night has at hand. */
export interface NightContext {
  readonly input: NightInput
  readonly workflowId: string
  readonly recorder: NightRecorder
  readonly nudge: Nudge
}
