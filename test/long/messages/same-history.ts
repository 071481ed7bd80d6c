import { byText } from '../../../compose/by-text.ts'
import type { NightArchive } from '../../../archive/night-archive.ts'
import type { Job } from '../../../jobs/results/job.ts'
import { labStreams } from '../../../lab/streams.ts'
import { editionOf, runOf } from '../../archive/nights.ts'
import { jobOf } from '../../jobs/job-of.ts'
import { smallArch, smallCompose, smallTemplates } from '../../night/small-night.ts'
import { dayBefore } from './scripted-nights.ts'

/**
 * The archive in which each stream has a night that passed before the first of the nights, and each of them
 * looks back on that alone: those that are played beside it report in any order.
 */
export async function sameHistory(archive: NightArchive): Promise<NightArchive> {
  for (const stream of labStreams) {
    const run = runOf(dayBefore, stream)
    const { id, images } = smallCompose({ stream, date: dayBefore }, [])
    await archive.recordEdition(run, 'key/1', editionOf(run, { jobs: jobsOf(id), images }))
  }
  return {
    ...archive,
    pastNights: (stream, look) =>
      archive.pastNights(stream, { ...look, ...earlier({ before: look.before }) }),
    usualImages: (look) => archive.usualImages(earlier(look)),
    lastGood: (stream, filter = {}) => archive.lastGood(stream, earlier(filter)),
    // With `since` it asks for the runs of one date.
    nights: (filter = {}) => archive.nights(filter.since === undefined ? earlier(filter) : filter),
  }
}

/** A look back, on nothing that is later than the day before the first night. */
function earlier<Look extends { readonly before?: string }>(look: Look): Look {
  const last = `${dayBefore}T23:59:59.000Z`
  return look.before === undefined || byText(look.before, last) < 0 ? look : { ...look, before: last }
}

function jobsOf(build: string): readonly Job[] {
  return smallTemplates.JobTemplates.map(({ machine, product, test_suite: suite }, nth) =>
    jobOf({
      id: nth + 1,
      test: suite.name,
      flavor: product.flavor,
      arch: smallArch,
      machine: machine.name,
      build,
    }),
  )
}
