import type { NeededImage } from '../compose/expected/missing-images.ts'
import type { Night } from '../compose/naming/night.ts'
import type { Changes } from '../jobs/compare/changes.ts'
import type { Composeless } from '../jobs/compare/before.ts'
import type { Baseline, ComparedTest } from '../jobs/compare/compared-test.ts'
import type { TestClass } from '../jobs/compare/test-class.ts'
import type { Scenario } from '../jobs/results/lineage.ts'
import type { Standing } from '../jobs/results/standing.ts'
import type { RequiredTally } from '../jobs/verdict/tally.ts'
import type { UnknownCause } from '../jobs/verdict/verdict.ts'
import type { VerdictWord } from '../jobs/verdict/verdicts.ts'
import type { NightOrder } from './order.ts'
import type { NightCompose, ReportedCompose, StageTiming } from './outcome.ts'

/** A job in a report. */
export interface JobLink {
  readonly id: number
  readonly state: string
  readonly result: string
  readonly standing: Standing
  /** openQA's reason for how it ended; empty if it gives none. */
  readonly reason: string
  readonly url: string
}

/** One test in a report. */
export interface TestLine
  extends
    Scenario,
    Pick<
      ComparedTest,
      | 'class'
      | 'required'
      | 'bugs'
      | 'isNew'
      | 'failing'
      | 'lastPassed'
      | 'otherModules'
      | 'flakes'
      | 'absence'
      | 'failsElsewhere'
      | 'accepted'
      | 'acceptanceEnded'
    > {
  /** Null where the test has no job tonight. */
  readonly job: JobLink | null
  readonly failedModules: readonly string[]
  /** Earlier tries of tonight that failed or broke off, the first first. */
  readonly failedTries: readonly Pick<JobLink, 'id' | 'result' | 'url'>[]
}

/** How many tests have each class. */
export type ClassCounts = Readonly<Record<TestClass | 'total', number>>

/** The tests of a compose beside the nights before. */
export interface Tests {
  readonly counts: ClassCounts
  readonly byArch: readonly { readonly arch: string; readonly counts: ClassCounts }[]
  readonly required: RequiredTally
  /** Every test whose class is not `passed`, by scenario. */
  readonly list: readonly TestLine[]
}

/** What a night is compared with. */
export interface ReportComparison {
  /** Null on a stream's first night, or where nobody could ask. */
  readonly baseline: Baseline | null
  /** How many nights were looked back on. */
  readonly nights: number
  /** Why nobody could ask for the nights before; null where somebody could. */
  readonly unknown: string | null
}

/** An image whose size changed, or which is too large. Sizes are bytes. */
export interface SizedImage {
  readonly name: string
  readonly before: number
  readonly after: number
}

/** The images of a compose beside those of the baseline's. */
export interface ReportImages {
  /** How many images the list of expected images names. */
  readonly expected: number
  readonly missing: readonly NeededImage[]
  /** Names of images that only one of the two composes has; null where the other's are not known. */
  readonly changes: {
    readonly added: readonly string[]
    readonly gone: readonly string[]
    /** `Cloud_Base docker x86_64 is now container`. */
    readonly renamed: readonly string[]
    readonly resized: readonly SizedImage[]
  } | null
  /** Images over the limit of the release criteria; `before` is the limit. */
  readonly tooLarge: readonly SizedImage[]
}

/** A (flavor, arch) with a post that did not succeed, or may not have, and why. */
export interface Unposted {
  readonly flavor: string
  readonly arch: string
  readonly why: string
}

/** How a night's posts ended. */
export interface ReportPosts {
  readonly done: number
  readonly refused: readonly Unposted[]
  readonly unknown: readonly Unposted[]
  /** openQA made some of their tests; they count as done. */
  readonly partial: readonly Unposted[]
  /** They were posted, but openQA has no tests of them now. */
  readonly vanished: readonly Unposted[]
}

/** What an edition says otherwise than the one before. */
export interface Amendment {
  readonly edition: number
  /** One sentence each; none where the edition before could not be read. */
  readonly changes: readonly string[]
}

/** A night's report as a value: the source of the mail, the JSON and other renderings. */
export interface Report {
  /** Raised when programs that read the old form would go wrong. */
  readonly schema: 2
  readonly night: Night
  /** The workflow id of the night. */
  readonly run: string
  /** `Rawhide`, `Fedora 43`, or `Branched` if its number is not known. */
  readonly title: string
  readonly edition: number
  /** Null in a first edition. */
  readonly amends: Amendment | null
  /** ISO, UTC. */
  readonly at: string
  /** The version of Nightjar that wrote it; null in older reports. */
  readonly program: string | null
  readonly verdict: VerdictWord
  /** Why the verdict is `unknown`; null for other verdicts. */
  readonly unknownCause: UnknownCause | 'unobserved' | null
  /** ISO: since when nobody could look for the compose; null where somebody could. */
  readonly unansweredSince: string | null
  /** ISO: until when the night waits for its unfinished tests; null if it does not. */
  readonly watchedUntil: string | null
  /** One sentence that answers "is it broken?", with the one reason. */
  readonly headline: string
  /** After the verdict in the subject of the mail, the most important first. */
  readonly summary: readonly string[]
  /** The last thing heard before the report stage. */
  readonly lastAnswer: string
  readonly compose: NightCompose | null
  /** What the compose is a respin of, and the run that reports on that; null if it is none. */
  readonly respinOf: ReportedCompose | null
  /** The newest respin of the compose, and the run that reports on it; null if none is known. */
  readonly replacedBy: (ReportedCompose & { readonly compose: string }) | null
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  /** Null on a night that has a compose, and where nobody could ask. */
  readonly composeless: Composeless | null
  /** Null on a night without tests. */
  readonly comparison: ReportComparison | null
  readonly tests: Tests
  /** Null if the compose's images are not known. */
  readonly images: ReportImages | null
  /** What changed between the last good compose and this one; null where no failure is new. */
  readonly changes: Changes | null
  readonly mode: 'post' | 'observe'
  readonly posts: ReportPosts
  /** What a person must look at, because Nightjar cannot decide it. */
  readonly attention: readonly string[]
  /** What people ordered of the night, the first first; without names unless the configuration has them. */
  readonly orders: readonly NightOrder[]
  readonly stages: readonly StageTiming[]
  readonly links: {
    readonly openqa: string | null
    readonly run: string | null
  }
}
