import type { ArchiveReader } from '../archive/archive-reader.ts'
import { daysBefore } from '../compose/naming/calendar.ts'
import { dueSpan } from '../compose/naming/night-date.ts'
import type { Night } from '../compose/naming/night.ts'
import { candidates } from '../compose/naming/candidate.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { Before, Composeless } from '../jobs/compare/before.ts'
import { nightsBack, usualNights, type PastNight } from '../jobs/compare/past.ts'
import type { Scenario } from '../jobs/results/lineage.ts'
import { nightsCompared, type ComparedRun } from './nights/nights-compared.ts'

/** How old the other stream's last night may be, in days, so that its failures are of today. */
const freshDays = 2

/** Of what is composed from nearly the same packages. */
const otherStream: Readonly<Partial<Record<Stream, Stream>>> = {
  rawhide: 'branched',
  branched: 'rawhide',
  [candidates]: 'branched',
}

/**
 * What the archive knows of the nights before a run of a night.
 * @throws ArchiveAway
 */
export async function nightsBefore(archive: ArchiveReader, compared: ComparedRun): Promise<Before> {
  const { night, at } = compared
  const { stream } = night
  const before = dueSpan(night).from
  const nights = await nightsCompared(archive, compared)
  const [baseline] = nights
  const images = baseline === undefined ? [] : await archive.imagesOf(baseline.compose)
  return {
    past: { kind: 'known', nights },
    failedElsewhere: await failedElsewhere(archive, night, at),
    usualImages: await archive.usualImages({ stream, nights: usualNights, before }),
    baselineCompose: images.length === 0 ? null : (baseline?.compose ?? null),
    baselineImages: images.length === 0 ? null : images,
    composeless: await composeless(archive, night),
  }
}

/** The tests that failed on the other stream's night of this date, or on one shortly before. */
async function failedElsewhere(
  archive: ArchiveReader,
  { stream, date }: Night,
  at: string,
): Promise<readonly Scenario[]> {
  const other = otherStream[stream]
  if (other === undefined) return []
  const before = dueSpan({ date }).to
  const [last] = await archive.pastNights(other, { before, at, nights: 1 })
  return last !== undefined && isFresh(last, date) ? failedOf(last) : []
}

function isFresh({ date: past }: PastNight, date: string): boolean {
  return past !== null && past >= daysBefore(date, freshDays)
}

/** The tests that failed on a night. */
export function failedOf({ tests }: PastNight): readonly Scenario[] {
  return tests.filter(({ standing }) => standing === 'failed')
}

async function composeless(archive: ArchiveReader, night: Night): Promise<Composeless> {
  const { stream } = night
  const before = dueSpan(night).from
  const nights = await archive.nights({ stream, before, limit: nightsBack })
  const others = nights.findIndex(({ verdict }) => verdict !== 'absent')
  const good = await archive.lastGood(stream, { before })
  return { nights: (others === -1 ? nights.length : others) + 1, lastGood: good?.compose ?? null }
}
