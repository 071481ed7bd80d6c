import type { Stream } from '../compose/naming/stream.ts'
import type { Standing } from '../jobs/results/standing.ts'
import type { UnknownCause } from '../jobs/results/verdict.ts'
import type { JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { NightCompose, NightFacts, StageTiming } from './facts.ts'

/**
 * A report's answer in one word: four words for a tested compose, three for nights without one.
 * `absent`: there was no compose to test. `unfinished`: the compose was not complete in time. `neutral`: no
 * compose was due.
 */
export const verdictWords = [
  'passed',
  'degraded',
  'failed',
  'unknown',
  'absent',
  'unfinished',
  'neutral',
] as const

/** One of {@link verdictWords}. */
export type VerdictWord = (typeof verdictWords)[number]

/** One test in a report. */
export interface TestLine {
  readonly id: number
  readonly test: string
  readonly flavor: string
  readonly arch: string
  readonly machine: string
  readonly state: string
  readonly result: string
  /** openQA's reason for how it ended; empty if it gives none. */
  readonly reason: string
  readonly failedModules: readonly string[]
  readonly bugs: readonly string[]
  readonly url: string
}

/** How many tests have each standing. */
export type StandingCounts = Readonly<Record<Standing | 'total', number>>

/** The tests of a compose by standing. Passed tests are only counted, all others are listed. */
export interface Tests extends Readonly<Record<Exclude<Standing, 'passed'>, readonly TestLine[]>> {
  readonly counts: StandingCounts
  readonly byArch: readonly { readonly arch: string; readonly counts: StandingCounts }[]
  /** Passed only when tried again; they count as passed. */
  readonly flaky: readonly TestLine[]
}

/** A (flavor, arch) with a post that did not succeed, or may not have, and why. */
export interface Unposted {
  readonly flavor: string
  readonly arch: string
  readonly why: string
}

/** A night's report as a value: the source of the mail, the JSON and other renderings. */
export interface Report {
  /** Raised when programs that read the old form would go wrong. */
  readonly schema: 1
  readonly night: { readonly stream: Stream; readonly date: string }
  /** The workflow id of the night. */
  readonly run: string
  /** `Rawhide`, `Fedora 43`, or `Branched` if its number is not known. */
  readonly title: string
  readonly edition: number
  /** ISO, UTC. */
  readonly at: string
  readonly verdict: VerdictWord
  /** Why the verdict is `unknown`; null for other verdicts. */
  readonly unknownCause: UnknownCause | 'unobserved' | null
  /** ISO: since when nobody could look for the compose; null where somebody could. */
  readonly unansweredSince: string | null
  /** One sentence that answers "is it broken?". */
  readonly headline: string
  /** What is wrong, in a few words each, the most serious first. */
  readonly shortfalls: readonly string[]
  /** A sentence for each reason of the verdict. */
  readonly reasons: readonly string[]
  /** The last thing heard before the report stage. */
  readonly lastAnswer: string
  readonly compose: NightCompose | null
  readonly respinOf: NightFacts['respinOf']
  readonly replacedBy: NightFacts['replacedBy']
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  readonly images: JudgedImages | null
  readonly mode: 'post' | 'observe'
  readonly posts: {
    readonly done: number
    readonly refused: readonly Unposted[]
    readonly unknown: readonly Unposted[]
    /** openQA made some of their tests; they count as done. */
    readonly partial: readonly Unposted[]
    /** They were posted, but openQA has no tests of them now. */
    readonly vanished: readonly Unposted[]
  }
  readonly tests: Tests
  /** What a person must look at, because Nightjar cannot decide it. */
  readonly attention: readonly string[]
  readonly stages: readonly StageTiming[]
  readonly links: {
    readonly openqa: string | null
    readonly run: string | null
    /** Where the JSON was, in reports of before the archive was in a database; null since. */
    readonly document: string | null
  }
}
