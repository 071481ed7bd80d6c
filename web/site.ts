import type { OrderDesk } from './orders/order-desk.ts'
import type { TestPattern } from '../jobs/compare/required.ts'
import type { ArchiveReader } from '../archive/archive-reader.ts'

/** A stream, as pages name it. */
export interface SiteStream {
  /** `rawhide` */
  readonly name: string
  /** `Rawhide`, or with its release where a report told it. */
  readonly title: string
  /** The tests that its composes must pass. */
  readonly requiredTests: readonly TestPattern[]
}

/** What pages are made from. Everything on a page comes from the archive. */
export interface Site {
  readonly archive: ArchiveReader
  /** Rejects where the archive is not of this program's level, or does not answer. */
  readonly requireReadable: () => Promise<void>
  /** In the order of the first page. */
  readonly streams: readonly SiteStream[]
  readonly now: () => Date
  /** Whether pages say who gave an order. */
  readonly publishBy: boolean
  /** Whether the pages become files, so that nothing can be asked of them. */
  readonly isCopy?: boolean
  /** Where people who are signed in give orders; left out where nobody may. */
  readonly orders?: OrderDesk
  /** Where people reach the pages, without a slash at the end; null where that is not configured. */
  readonly url: string | null
  /** In the ids of feeds, which must never change: that of the channel `atom` where there is one. */
  readonly feedDomain: string
}
