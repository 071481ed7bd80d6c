import type { NightInput } from './night-run.ts'
import type { NightRecorder } from './details/night-recorder.ts'
import type { Hearing } from './waiting/hearing.ts'
import type { Nudge } from './waiting/nudge.ts'
import type { Speaker } from './messages/speaker.ts'
import type { Desk } from './orders/desk.ts'

/** What every stage of a running night uses. */
export interface NightContext {
  readonly input: NightInput
  readonly workflowId: string
  readonly recorder: NightRecorder
  readonly nudge: Nudge
  readonly hearing: Hearing
  readonly desk: Desk
  readonly speaker: Speaker
}
