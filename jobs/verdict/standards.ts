import { fedoraSizeLimits, type SizeLimits } from '../../compose/images/size-limit.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { fedoraRequirements, type Requirements } from '../compare/required.ts'
import { usualThresholds as usualSystem, type SystemThresholds } from '../system/system-changes.ts'
import { usualThresholds, type Thresholds } from './thresholds.ts'

/** What a compose is held to. */
export interface Standards {
  readonly requirements: Requirements
  readonly thresholds: Thresholds
  readonly sizeLimits: SizeLimits
  /** From when on a number of the installed system counts as changed. */
  readonly system: SystemThresholds
}

/** What the configuration leaves as it is. */
export const fedoraStandards: Readonly<Record<Stream, Standards>> = {
  rawhide: standards('rawhide'),
  branched: standards('branched'),
}

function standards(stream: Stream): Standards {
  return {
    requirements: fedoraRequirements[stream],
    thresholds: usualThresholds,
    sizeLimits: fedoraSizeLimits,
    system: usualSystem,
  }
}
