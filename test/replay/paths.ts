import type { Path } from './path.ts'
import { awaiting } from './paths/awaiting.ts'
import { candidatePaths } from './paths/candidates.ts'
import { onChannels } from './paths/channels.ts'
import { delivering } from './paths/delivering.ts'
import { finding } from './paths/finding.ts'
import { interfering } from './paths/interfering.ts'
import { open } from './paths/open.ts'
import { onTheBus } from './paths/messages.ts'
import { opening } from './paths/opening.ts'
import { posting } from './paths/posting.ts'
import { reporting } from './paths/reporting.ts'
import { runningAgain } from './paths/running-again.ts'
import { steering } from './paths/steering.ts'

/** Every path that is recorded; each has a history, which the code of today must still replay. */
export const paths: readonly Path[] = [
  ...opening,
  ...candidatePaths,
  ...finding,
  ...posting,
  ...awaiting,
  ...interfering,
  ...reporting,
  ...delivering,
  ...onChannels,
  ...onTheBus,
  ...runningAgain,
  ...steering,
  ...open,
]
