import type { Night } from '../../compose/naming/night.ts'
import type { Patience } from '../patience.ts'

/** A night's compose and the run that reports on it. */
export interface ReportedCompose {
  /** Null if the night had none. */
  readonly compose: string | null
  readonly run: string
}

/** What a watch for respins is started with. */
export interface RespinsInput {
  readonly night: Night
  /** The newest compose that is known, with the night that has it. */
  readonly after: ReportedCompose
  readonly patience: Patience
}
