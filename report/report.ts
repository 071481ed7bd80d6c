import type { Stream } from '../compose/naming/stream.ts'
import type { Standing } from '../jobs/results/standing.ts'
import type { UnknownCause } from '../jobs/results/verdict.ts'
import type { JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { NightCompose, StageTiming } from './facts.ts'

/**
 * A report's answer in one word: the four of a tested compose, and three for nights without one.
 * `absent` no compose that can be tested; `unfinished` it had no end in time; `neutral` none was due.
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

/** One test, as a report tells of it. */
export interface TestLine {
  readonly id: number
  readonly test: string
  readonly flavor: string
  readonly arch: string
  readonly machine: string
  readonly state: string
  readonly result: string
  /** openQA's own words on how it ended; empty where it says nothing. */
  readonly reason: string
  readonly failedModules: readonly string[]
  readonly bugs: readonly string[]
  readonly url: string
}

/** How many tests stand how. */
export type StandingCounts = Readonly<Record<Standing | 'total', number>>

/** The tests of a compose, by how they stand: those that merely passed are counted, all others are listed. */
export interface Tests extends Readonly<Record<Exclude<Standing, 'passed'>, readonly TestLine[]>> {
  readonly counts: StandingCounts
  readonly byArch: readonly { readonly arch: string; readonly counts: StandingCounts }[]
  /** Passed only when tried again; they are among the passed. */
  readonly flaky: readonly TestLine[]
}

/** A (flavor, arch) that openQA took no tests of, or of which that is not known, and why. */
export interface Unposted {
  readonly flavor: string
  readonly arch: string
  readonly why: string
}

/** A night's report as a value: what every rendering, and every program that reads one, starts from. */
export interface Report {
  /** Raised when a reader of the old form would be misled. */
  readonly schema: 1
  readonly night: { readonly stream: Stream; readonly date: string }
  /** The workflow that is the night. */
  readonly run: string
  /** `Rawhide`, `Fedora 43`, or `Branched` where it has no number. */
  readonly title: string
  readonly edition: number
  /** ISO, UTC. */
  readonly at: string
  readonly verdict: VerdictWord
  /** Why the verdict is `unknown`; null where it is not. */
  readonly unknownCause: UnknownCause | null
  /** One sentence that answers "is it broken?". */
  readonly headline: string
  /** What is wrong, in a few words each, the gravest first. */
  readonly shortfalls: readonly string[]
  /** A sentence for each reason of the verdict. */
  readonly reasons: readonly string[]
  /** The last thing heard before the night went to its report. */
  readonly lastAnswer: string
  readonly compose: NightCompose | null
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  readonly images: JudgedImages | null
  readonly mode: 'post' | 'observe'
  readonly posts: {
    readonly done: number
    readonly refused: readonly Unposted[]
    readonly unknown: readonly Unposted[]
    /** openQA made some of their tests; they are among the done. */
    readonly partial: readonly Unposted[]
    /** They were posted, and openQA has no tests of them. */
    readonly vanished: readonly Unposted[]
  }
  readonly tests: Tests
  /** What a person must look at, because Nightjar does not understand it. */
  readonly attention: readonly string[]
  readonly stages: readonly StageTiming[]
  readonly links: {
    readonly openqa: string | null
    readonly run: string | null
    readonly document: string | null
  }
}
