import type { EditionContent } from '../../archive/nights/write-edition.ts'
import type { NightRun } from '../../archive/nights/night-run.ts'
import type { NightArchive } from '../../archive/night-archive.ts'
import type { Image } from '../../compose/images/image.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { nothingKnown, type Before } from '../../jobs/compare/before.ts'
import type { Job } from '../../jobs/results/job.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import { subjectOf } from '../../report/told/subject.ts'
import { jobOf } from '../jobs/job-of.ts'
import { green } from '../report/green-night.ts'

/** The run of a night. */
export function runOf(date: string, stream = 'rawhide'): NightRun {
  return {
    id: `nightly/${stream}/${date}`,
    temporalRun: `run-of-${date}`,
    stream,
    date,
    due: `${date}T05:15:00.000Z`,
  }
}

/** A stream's first night. */
const noNights: Before = { ...nothingKnown(''), past: { kind: 'known', nights: [] } }

/** What a test says of an edition; all else is as on a green first night. */
export interface ToldEdition {
  readonly jobs?: readonly Job[]
  readonly facts?: Partial<NightFacts>
  readonly images?: readonly Image[]
}

/** An edition of a night, with its number left open. */
export function editionOf(
  run: NightRun,
  { jobs = [jobOf({ id: 1 })], facts = {}, images = [] }: ToldEdition = {},
): (number: number) => EditionContent {
  const built = buildJobs(jobs)
  return (edition) => {
    const told: NightFacts = {
      ...green,
      night: { stream: run.stream === 'branched' ? 'branched' : 'rawhide', date: run.date ?? '' },
      workflowId: run.id,
      compose: { ...composeOf(run), label: null, status: 'FINISHED' },
      posts: [],
      before: noNights,
      jobs: built,
      at: `${run.date}T11:00:00.000Z`,
      ...facts,
      edition,
    }
    const report = makeReport(told)
    return {
      report,
      outcome: told.outcome,
      subject: subjectOf(report),
      jobs: built,
      bugs: told.bugs,
      images,
    }
  }
}

/** The compose of a night. */
export function composeOf({ date, stream }: NightRun): { readonly id: string; readonly url: string } {
  const id = `Fedora-${stream === 'rawhide' ? 'Rawhide' : '44'}-${date?.replaceAll('-', '')}.n.0`
  return { id, url: `https://kojipkgs.fedoraproject.org/compose/${stream}/${id}` }
}

/**
 * Records nights of one test each: `p` passed, `f` failed, `k` flaky, `s` skipped, `-` not there. The first
 * is the oldest.
 */
export async function recordStory(archive: NightArchive, story: string, until: string): Promise<void> {
  const end = Date.parse(until)
  for (const [nth, letter] of story.split('').entries()) {
    const date = new Date(end - (story.length - 1 - nth) * 86_400_000).toISOString().slice(0, 10)
    const run = runOf(date)
    const other = jobOf({ id: 1000 + nth, test: 'always_there' })
    await archive.recordEdition(
      run,
      'key/1',
      editionOf(run, { jobs: [other, ...lettered(letter, nth * 2 + 1)] }),
    )
  }
}

function lettered(letter: string, id: number): readonly Job[] {
  const test = 'told'
  switch (letter) {
    case 'p':
      return [jobOf({ id, test })]
    case 'f':
      return [jobOf({ id, test, result: 'failed', failedModules: ['_boot'] })]
    case 's':
      return [jobOf({ id, test, result: 'skipped' })]
    case 'k':
      return [jobOf({ id, test, result: 'failed', cloneId: id + 1 }), jobOf({ id: id + 1, test })]
    default:
      return []
  }
}

/** An image of a compose. */
export function imageOf(what: Partial<Image> & Pick<Image, 'subvariant'>): Image {
  const { subvariant } = what
  return {
    type: 'dvd',
    format: 'iso',
    arch: 'x86_64',
    variant: subvariant,
    path: `${subvariant}/x86_64/iso/Fedora-${subvariant}-dvd-x86_64.iso`,
    size: 1_000_000,
    disc: 1,
    ...what,
  }
}
