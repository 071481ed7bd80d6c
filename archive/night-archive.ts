import type { ArchiveReader } from './archive-reader.ts'
import type { Delivery } from './nights/deliveries.ts'
import type { Heard } from './nights/heard.ts'
import type { NightRun, RunEnd } from './nights/night-run.ts'
import type { RecordedEdition } from './nights/record-edition.ts'
import type { SeenCompose } from './nights/seen-compose.ts'
import type { EditionContent } from './nights/write-edition.ts'
import type { Acceptance, NightOrder } from '../report/order.ts'
import type { RunExists } from './values/claims.ts'

/**
 * The archive, as a night uses it. Every act may be done again: it changes nothing more. Each may throw
 * ArchiveAway, and then it was done or it was not.
 */
export interface NightArchive extends ArchiveReader {
  /** Keeps a JSON value and answers its ref; it is not pruned while the run is open. */
  keep(value: unknown, run: string): Promise<string>
  /**
   * Makes `owner` the one that acts for `name`, unless another already is; answers who it is. A claim without
   * an owner is taken over, and so is one of a run that neither exists nor has left a report here.
   * @throws ClaimUndecided where `exists` answers `unknown`
   */
  claim(name: string, owner: string, exists?: RunExists): Promise<string>
  /** Files a run; a new Temporal run of the same night takes it over and opens it again. */
  openRun(run: NightRun, at: string): Promise<void>
  /** Writes down how a run ended. */
  closeRun(run: NightRun, end: RunEnd): Promise<void>
  /** Writes down what a stage last heard, at most once a minute a night; answers whether it did. */
  heard(run: NightRun, heard: Heard): Promise<boolean>
  seenCompose(seen: SeenCompose): Promise<void>
  /**
   * Records the next edition of a night, whole or not at all, and gives it its number.
   * @param key such as `<Temporal run>/<ordinal>`: the same key again answers what was recorded then
   * @param content makes the edition once its number is known, without waiting for anything
   */
  recordEdition(
    run: NightRun,
    key: string,
    content: (number: number) => EditionContent,
  ): Promise<RecordedEdition>
  /** Writes down an order; what came of it replaces that nothing was known. */
  orderTaken(run: NightRun, order: NightOrder): Promise<void>
  /** Writes down which failures and missing images are out of the verdict. */
  accept(run: NightRun, acceptances: readonly Acceptance[]): Promise<void>
  /** Writes down how a delivery stands; what was delivered stays delivered. */
  delivered(delivery: Delivery): Promise<void>
}
