import { failedClasses } from '../../jobs/compare/test-class.ts'
import type { VerdictWord } from '../../jobs/verdict/verdicts.ts'
import { isLikeTheNightBefore } from '../like-before.ts'
import { unacceptedImages } from '../orders/unaccepted.ts'
import type { Report } from '../report.ts'
import { linesOf } from '../tests.ts'
import type { MailOccasion, MailRule } from './mail-rule.ts'
import { isNarrow, within, type SeenReport } from './within.ts'

/** A report as a rule judges it. */
interface Occasion {
  readonly seen: SeenReport
  /** The rule looks at some arches or subvariants only. */
  readonly isPart: boolean
  /** The verdict of the stream's last night before that has one; null where none is known. */
  readonly verdictBefore: string | null
}

/**
 * Whether a rule wants a report. Where it is not known how the night before ended, it counts as another
 * verdict: better a mail too many than one too few.
 */
export function wants(rule: MailRule, report: Report, verdictBefore: string | null): boolean {
  if (!isOfStream(rule, report)) return false
  return isDue[rule.when]({ seen: within(report, rule), isPart: isNarrow(rule), verdictBefore })
}

/** Whether a rule is about the stream of a report. */
export function isOfStream({ streams }: MailRule, { night }: Pick<Report, 'night'>): boolean {
  return streams?.includes(night.stream) ?? true
}

const isDue: Readonly<Record<MailOccasion, (occasion: Occasion) => boolean>> = {
  always: () => true,
  change: isChange,
  'new failure': ({ seen: { tests, images } }) =>
    linesOf(tests, 'new', 'failed').length > 0 ||
    unacceptedImages(images).some(({ isNewlyMissing }) => isNewlyMissing),
  trouble: isTrouble,
}

function isChange({ seen, isPart, verdictBefore }: Occasion): boolean {
  const isOther = seen.verdict !== verdictBefore
  if (seen.comparison === null) return isOther
  const { added = [], gone = [], renamed = [] } = seen.images?.changes ?? {}
  return (
    (isOther && !isPart) ||
    // Only the nights are compared: an edition that amends another may say what the night before said.
    !isLikeTheNightBefore({ ...seen, amends: null }) ||
    added.length + gone.length + renamed.length > 0
  )
}

const troubles: readonly VerdictWord[] = [
  'broken',
  'degraded',
  'unknown',
  'absent',
  'unfinished',
  'cancelled',
]

function isTrouble({ seen, isPart }: Occasion): boolean {
  if (!troubles.includes(seen.verdict)) return false
  // What nobody knows may be trouble anywhere.
  if (!isPart || seen.comparison === null || seen.verdict === 'unknown') return true
  const { tests, images, posts } = seen
  return (
    linesOf(tests, ...failedClasses, 'unknown').length > 0 ||
    linesOf(tests, 'not-run').some(({ isNew }) => isNew) ||
    unacceptedImages(images).length > 0 ||
    [posts.refused, posts.unknown, posts.partial, posts.vanished].flat().length > 0
  )
}
