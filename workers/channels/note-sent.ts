import type { Recipient } from '../../activities/report-activities.ts'
import { connect } from '../../archive/connection/connect.ts'
import type { Delivery } from '../../archive/nights/deliveries.ts'
import { postgresArchive } from '../../archive/postgres-archive.ts'
import type { Report } from '../../report/report.ts'
import { withUrl } from '../archive-place.ts'
import type { Settings } from '../config/config.ts'

/** An edition that a person sent again on a channel. */
export interface SentAgain {
  readonly channel: string
  /** The deliveries of its run, as the archive knew them before. */
  readonly known: readonly Delivery[]
  readonly standings: readonly Recipient[]
}

/** Notes in the archive how it stands with those to whom an edition was sent again. @throws ArchiveAway */
export async function noteSent(
  settings: Settings,
  { run, edition }: Pick<Report, 'run' | 'edition'>,
  { channel, known, standings }: SentAgain,
): Promise<void> {
  await withUrl(settings, async (url) => {
    const { db, close } = connect({ url, connections: 1 })
    await using _ = { [Symbol.asyncDispose]: close }
    const archive = postgresArchive(db)
    const at = new Date().toISOString()
    for (const each of standings) {
      const before = known.find(
        (one) => one.edition === edition && one.channel === channel && one.recipient === each.recipient,
      )
      const attempts = (before?.attempts ?? 0) + 1
      await archive.delivered({ run, edition, channel, messageId: null, attempts, at, ...each })
    }
  })
}
