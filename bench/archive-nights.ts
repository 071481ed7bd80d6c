import type { NightRun } from '../archive/nights/night-run.ts'
import type { EditionContent } from '../archive/nights/write-edition.ts'
import type { Job } from '../jobs/results/job.ts'
import { editionOf, imageOf, runOf } from '../test/archive/nights.ts'
import { jobOf } from '../test/jobs/job-of.ts'

/** How large the nights of the bench are: those of Fedora 43 have 84 images. */
export interface NightSize {
  readonly tests: number
  readonly images: number
}

const firstDay = Date.UTC(2021, 0, 1)

/** The last test never passed; five others fail for a week each; a few fail or are flaky now and then. */
export function benchNight(
  day: number,
  { tests, images }: NightSize,
): { readonly run: NightRun; readonly content: EditionContent } {
  const run = runOf(new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10))
  const jobs = Array.from({ length: tests }, (_, nth) => jobsOf(nth, day, tests)).flat()
  const made = Array.from({ length: images }, (_, nth) =>
    imageOf({ subvariant: `Subvariant${nth}`, size: 2_000_000_000 + nth * day }),
  )
  return { run, content: editionOf(run, { jobs, images: made })(1) }
}

/** A test of the bench's nights. */
export function benchTest(nth: number): Pick<Job, 'test' | 'flavor' | 'arch' | 'machine'> {
  const flavors = ['Server-dvd-iso', 'Everything-boot-iso', 'Workstation-live-iso', 'KDE-live-iso', 'universal']
  return {
    test: `install_something_of_usual_length_${nth}`,
    flavor: flavors[nth % flavors.length] ?? '',
    arch: nth % 3 === 0 ? 'aarch64' : 'x86_64',
    machine: nth % 2 === 0 ? '64bit' : 'uefi',
  }
}

function jobsOf(nth: number, day: number, tests: number): readonly Job[] {
  const id = day * 1000 + nth * 2
  const startedAt = '2026-11-24T09:00:00Z'
  const job = { ...benchTest(nth), id, startedAt, finishedAt: '2026-11-24T09:24:10Z' }
  const chance = (nth * 7919 + day * 104_729) % 1000
  const failed = { result: 'failed', reason: 'died: needle not found', failedModules: ['_graphical_wait_login'] }
  if (nth === tests - 1 || chance < 10 || (nth < 5 && Math.floor(day / 7) % 5 === nth))
    return [jobOf({ ...job, ...failed })]
  if (chance < 20) return [jobOf({ ...job, ...failed, cloneId: id + 1 }), jobOf({ ...job, id: id + 1 })]
  return [jobOf(job)]
}
