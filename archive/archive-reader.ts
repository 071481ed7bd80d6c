import type { Image, ImageKey } from '../compose/images/image.ts'
import type { UsualImage } from '../compose/images/usual-image.ts'
import type { ExplainedImage } from '../compose/koji/koji-explanation.ts'
import type { PastNight } from '../jobs/compare/past.ts'
import type { Scenario } from '../jobs/results/lineage.ts'
import type { Standing } from '../jobs/results/standing.ts'
import type { FeedEntry } from '../report/html/atom.ts'
import type { Acceptance, NightOrder } from '../report/order.ts'
import type { AcceptingNight } from './nights/acceptances.ts'
import type { Delivery } from './nights/deliveries.ts'
import type { TriedWithin, Unanswered } from './nights/unanswered.ts'
import type { EditionLine } from './nights/editions-of.ts'
import type { ComposeLine, ComposesBeside } from './queries/compose-lines.ts'
import type { FailingTest } from './queries/failing-tests.ts'
import type { FlakeRate } from './queries/flake-rates.ts'
import type { ImageNight } from './queries/image-history.ts'
import type { LookBack } from './queries/last-nights.ts'
import type { NightFilter, NightLine } from './queries/night-lines.ts'
import type { NamedBug } from './queries/named-bugs.ts'
import type { ImageHistory } from './queries/named.ts'
import type { NewestLook } from './queries/newest-editions.ts'
import type { PastLook } from './queries/past-nights.ts'
import type { HistoryLine } from './queries/test-history.ts'
import type { StreamStanding } from './queries/stream-standing.ts'
import type { TestResult } from './queries/test-results.ts'
import type { ArchRate, ImageTrend, TrendNight } from './queries/trends.ts'
import type { UsualStage } from './queries/usual-stages.ts'
import type { WholeNight } from './queries/whole-night.ts'

/** What pages, commands and reports ask of the archive. Every question may throw ArchiveAway. */
export interface ArchiveReader {
  /** One row a night with the edition that stands, the latest due first; 30 where the filter has no limit. */
  nights(filter?: NightFilter): Promise<readonly NightLine[]>
  /** All that is known of a night by its run's id; null where the archive does not know it. */
  night(run: string): Promise<WholeNight | null>
  /** The composes of a stream, the newest by date and respin first; 30 without a limit. */
  composes(stream: string, options?: { readonly limit?: number }): Promise<readonly ComposeLine[]>
  /** A compose by its id; null where no night has seen it. */
  compose(id: string): Promise<ComposeLine | null>
  /** The ids that end with a dash and a text, such as `20261124.n.0`, at most so many. */
  composesEnding(end: string, most: number): Promise<readonly string[]>
  /** The composes of all streams, the newest by date and respin first. */
  newestComposes(limit: number): Promise<readonly ComposeLine[]>
  /** The composes of its stream before and after one, by date and respin. */
  composesBeside(line: ComposeLine): Promise<ComposesBeside>
  /** The last night of a stream with a verdict, and since when it has it; null where no night has one. */
  standing(stream: string): Promise<StreamStanding | null>
  /** The editions of a run, the first first. */
  editionsOf(run: string): Promise<readonly EditionLine[]>
  /**
   * The JSON of a report as it was sent, without a number of the edition that stands; null where there is
   * none.
   */
  reportOf(run: string, edition?: number): Promise<string | null>
  /** The editions that were made last, of all nights or of those of a stream, the newest first. */
  newestEditions(look: NewestLook): Promise<readonly FeedEntry[]>
  /** The tests of an edition, one line each. */
  resultsOf(run: string, edition: number): Promise<readonly TestResult[]>
  deliveriesOf(run: string): Promise<readonly Delivery[]>
  /** What was refused on a channel since an ISO time, the last first; at most a hundred. */
  refusedOn(channel: string, since: string): Promise<readonly Delivery[]>
  /** Who may not have got an edition on a channel, the last first; at most a hundred. */
  unansweredOn(channel: string, tried: TriedWithin): Promise<readonly Unanswered[]>
  /** The orders that a run took, the first first. */
  ordersOf(run: string): Promise<readonly NightOrder[]>
  /**
   * What was accepted that counts for a night of a stream, and what has ended since the stream's last night
   * with tests.
   */
  acceptancesOf(stream: string, night: AcceptingNight): Promise<readonly Acceptance[]>
  /** The last nights of a stream before a time whose report told of tests, the latest first. */
  pastNights(stream: string, look: PastLook): Promise<readonly PastNight[]>
  /** One test over the last nights of a stream, the latest first. */
  testHistory(scenario: Scenario, look: LookBack): Promise<readonly HistoryLine[]>
  /** The tests of a stream that have all of some words in their names, at most twenty. */
  testsNamed(stream: string, words: readonly string[]): Promise<readonly Scenario[]>
  /** The images that have all of some words in their names, at most twenty, over the last nights. */
  imageHistories(stream: string, words: readonly string[], nights: number): Promise<readonly ImageHistory[]>
  /** One image over the last nights of a stream whose images are known, the latest first. */
  imageHistory(image: ImageKey, look: LookBack): Promise<readonly ImageNight[]>
  /** The expected images that an edition of a run misses. */
  missingOf(run: string, edition: number): Promise<readonly ExplainedImage[]>
  /** The last night of a stream with one of these verdicts, `passed` where none are given. */
  lastGood(
    stream: string,
    filter?: { readonly verdicts?: readonly string[]; readonly before?: string },
  ): Promise<NightLine | null>
  /** Every test of a night that stands so, `failed` where nothing is given, and since when it fails. */
  failingTests(run: string, standings?: readonly Standing[]): Promise<readonly FailingTest[]>
  /** The tests that were flaky in the last nights, the worst first. */
  flakeRates(look: LookBack): Promise<readonly FlakeRate[]>
  /** The bugs that jobs of the last nights name, each with its tests. */
  namedBugs(look: LookBack): Promise<readonly NamedBug[]>
  /** The images of one compose; none where the archive does not know them. */
  imagesOf(compose: string): Promise<readonly Image[]>
  /** The images of the last tested composes, the most usual first. */
  usualImages(look: LookBack): Promise<readonly UsualImage[]>
  /** How long each stage took on the last nights of a stream. */
  usualStages(look: LookBack): Promise<readonly UsualStage[]>
  /** The last nights of a stream that have ended or have a report, and where their time went. */
  trendNights(look: LookBack): Promise<readonly TrendNight[]>
  /** How many tests of each arch passed on the last nights. */
  archRates(look: LookBack): Promise<readonly ArchRate[]>
  /** The images whose sizes changed most over the last composes, at most so many. */
  imageTrends(look: LookBack, most: number): Promise<readonly ImageTrend[]>
  /** The ref's text. @throws LostValue where it is not there, or damaged */
  recall(ref: string): Promise<string>
  /** Who acts for a name; null where nobody does. */
  claimed(name: string): Promise<string | null>
}
