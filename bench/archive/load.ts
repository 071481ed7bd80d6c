import { sql } from 'kysely'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { ArchiveDb } from '../../archive/schema/database.ts'
import type { Job } from '../../jobs/results/job.ts'
import { editionOf, imageOf, runOf } from '../../test/archive/nights.ts'
import { jobOf } from '../../test/jobs/job-of.ts'

const lastNight = Date.parse('2026-11-24')
const day = 86_400_000
const imagesOfANight = 60

/** A test that fails on most of the last nights. */
export const failing = {
  distri: 'fedora',
  flavor: 'Server-dvd-iso',
  arch: 'x86_64',
  test: 'test_0',
  machine: '64bit',
}

/** The run that was due so many nights before the last. */
export function runBefore(nights: number) {
  return runOf(new Date(lastNight - nights * day).toISOString().slice(0, 10))
}

/**
 * Records so many nights, the oldest first. On each, one test in twenty fails, one in fifty passes only when
 * tried again. Answers the milliseconds of each night.
 */
export async function loadNights(
  { archive, db }: { readonly archive: NightArchive; readonly db: ArchiveDb },
  nights: number,
  jobs: number,
): Promise<readonly number[]> {
  const images = Array.from({ length: imagesOfANight }, (_, nth) => imageOf({ subvariant: `Spin${nth}` }))
  const times: number[] = []
  for (let before = nights - 1; before >= 0; before--) {
    const run = runBefore(before)
    const content = editionOf(run, { jobs: jobsOf(before, jobs), images })
    const since = performance.now()
    await archive.recordEdition(run, 'bench/1', content)
    times.push(performance.now() - since)
  }
  await sql`vacuum analyze`.execute(db)
  return times
}

function jobsOf(before: number, count: number): readonly Job[] {
  const first = before * count * 2
  return Array.from({ length: count }, (_, nth): readonly Job[] => {
    const id = first + nth * 2 + 1
    const test = `test_${nth}`
    const fails = nth === 0 ? before % 7 !== 6 : (nth * 7 + before) % 20 === 0
    if (fails) return [jobOf({ id, test, result: 'failed', failedModules: ['_do_install_and_reboot'] })]
    if ((nth * 11 + before) % 50 !== 0) return [jobOf({ id, test })]
    return [jobOf({ id, test, result: 'failed', cloneId: id + 1 }), jobOf({ id: id + 1, test })]
  }).flat()
}
