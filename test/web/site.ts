import { requiredByFedora } from '../../jobs/compare/required.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { Site } from '../../web/site.ts'
import { freshDatabase } from '../archive/fresh-database.ts'
import { lookedAt, recordMonth } from './lab-month.ts'

/** The streams of every site in tests; nothing was ever recorded of IoT. */
const streams = ['rawhide', 'branched', 'iot', 'eln', 'candidate'].map((name) => ({
  name,
  title: name,
  requiredTests: ['rawhide', 'branched', 'candidate'].includes(name) ? requiredByFedora : [],
}))

/** A site whose archive is dropped when it is disposed of. */
export type LabSite = Site & AsyncDisposable

/** A site on an archive of its own with nothing in it. */
export function emptySite(): Promise<LabSite> {
  return siteOn(() => Promise.resolve())
}

/** A site on an archive with the lab month. */
export function monthSite(): Promise<LabSite> {
  return siteOn(recordMonth)
}

/** A site on an archive of its own that a test fills. */
export async function siteOn(fill: (archive: NightArchive) => Promise<void>): Promise<LabSite> {
  const { archive, [Symbol.asyncDispose]: dispose } = await freshDatabase()
  await fill(archive)
  return {
    archive,
    [Symbol.asyncDispose]: dispose,
    requireReadable: () => Promise.resolve(),
    streams,
    now: () => lookedAt,
    publishBy: false,
    url: null,
    feedDomain: 'nightjar.localdomain',
  }
}
