import type { Night } from '../../compose/naming/night.ts'
import type { ReportedCompose } from '../../report/outcome.ts'
import type { Patience } from '../patience.ts'

/** What a watch for respins is started with. */
export interface RespinsInput {
  readonly night: Night
  /** The newest compose that is known, with the night that has it. */
  readonly after: ReportedCompose
  readonly patience: Patience
  /** The runs say on the message bus what happens in them. */
  readonly speaks?: true
}
