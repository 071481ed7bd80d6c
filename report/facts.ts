import type { Explanation, JudgedImages } from '../compose/koji/koji-explanation.ts'
import type { Night } from '../compose/naming/night.ts'
import type { Image } from '../compose/images/image.ts'
import type { Changes } from '../jobs/compare/changes.ts'
import type { Before } from '../jobs/compare/before.ts'
import type { Standards } from '../jobs/verdict/standards.ts'
import type { AwaitEnd } from '../jobs/verdict/verdict-input.ts'
import type { BuildJobs } from '../jobs/results/build-jobs.ts'
import type { RefusedRestart } from '../jobs/results/restart-answer.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'
import type { Acceptance, NightOrder } from './order.ts'
import type { NightCompose, NightOutcome, ReportedCompose, StageTiming } from './outcome.ts'
import type { Report } from './report.ts'

/** The facts that a report is made from. */
export interface NightFacts {
  readonly night: Night
  /** How reports name the stream: `Rawhide`, `Fedora 44`. */
  readonly title: string
  readonly workflowId: string
  readonly outcome: NightOutcome
  /** The last answer of the stage in which the night ended. */
  readonly why: string
  readonly compose: NightCompose | null
  /** ISO, with the outcome `unobserved`: since when nobody could look. */
  readonly unansweredSince: string | null
  /** ISO: until when the night waits for its unfinished tests; null if it does not. */
  readonly watchedUntil: string | null
  /** What the compose is a respin of, and the run that reports on that; null if that run had no compose. */
  readonly respinOf: ReportedCompose | null
  /** The newest respin of the compose, and the run that reports on it; null if none is known. */
  readonly replacedBy: (ReportedCompose & { readonly compose: string }) | null
  /** Composes of this night that could never be tested. */
  readonly discarded: readonly { readonly id: string; readonly status: string }[]
  /** Which expected images are missing; null if the compose's images are not known. */
  readonly images: JudgedImages | null
  /** Every image of the compose; none where they are not known. */
  readonly allImages: readonly Image[]
  /** The failed Koji tasks that explain missing usual images, by name. */
  readonly explanations: Readonly<Record<string, Explanation>>
  readonly before: Before
  /** What changed since the tests that fail anew passed; null where it was not asked. */
  readonly changes: Changes | null
  readonly standards: Standards
  /** What the plan had to guess, one sentence each. */
  readonly warnings: readonly string[]
  /** `observe`: Nightjar only watches tests that somebody else schedules. */
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  readonly jobs: BuildJobs
  /** Restarts that openQA refused. */
  readonly refusedRestarts: readonly RefusedRestart[]
  readonly awaited: AwaitEnd
  /** Known bugs by job id. */
  readonly bugs: Readonly<Record<string, readonly string[]>>
  /** What people ordered of the night, the first first. */
  readonly orders: readonly NightOrder[]
  /**
   * The failures and missing images that people took out of the verdict, for this night or for a time; also
   * what counted on the stream's last night and has ended.
   */
  readonly acceptances: readonly Acceptance[]
  /** Whether the report says who gave an order. */
  readonly publishBy: boolean
  readonly stages: readonly StageTiming[]
  /** The URL of openQA, without a closing slash. */
  readonly openqaUrl: string
  /** The URL of this run in Temporal's UI; null if none is configured. */
  readonly runUrl: string | null
  /** The time of the report, ISO in UTC: a retry uses the same. */
  readonly at: string
  /** The version of Nightjar that makes the report. */
  readonly program: string
  /** 1 for a night's first report; a later one amends it. */
  readonly edition: number
  /** The edition before; null for a first one, and where it could not be read. */
  readonly previous: Report | null
}
