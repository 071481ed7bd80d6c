import type { SizeLimits } from '../../compose/images/size-limit.ts'
import type { Requirements } from '../compare/required.ts'
import type { SystemThresholds } from '../system/system-changes.ts'
import type { Thresholds } from './thresholds.ts'

/** What a compose is held to. */
export interface Standards {
  readonly requirements: Requirements
  readonly thresholds: Thresholds
  readonly sizeLimits: SizeLimits
  /** From when on a number of the installed system counts as changed. */
  readonly system: SystemThresholds
}
