import type { Path } from './path.ts'
import { awaiting } from './paths/awaiting.ts'
import { delivering } from './paths/delivering.ts'
import { finding } from './paths/finding.ts'
import { interfering } from './paths/interfering.ts'
import { opening } from './paths/opening.ts'
import { ordering } from './paths/ordering.ts'
import { posting } from './paths/posting.ts'
import { reporting } from './paths/reporting.ts'

/** Every path that is recorded; each has a history, which the code of today must still replay. */
export const paths: readonly Path[] = [
  ...opening,
  ...finding,
  ...posting,
  ...awaiting,
  ...interfering,
  ...reporting,
  ...delivering,
  ...ordering,
]
