import type { Before } from '../../jobs/compare/before.ts'
import type { PastNight } from '../../jobs/compare/past.ts'
import { buildJobs, type BuildJobs } from '../../jobs/results/build-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import type { Image } from '../../compose/images/image.ts'
import { judgeImages } from '../../compose/expected/expected.ts'
import type { UsualImage } from '../../compose/images/usual-image.ts'
import { imageIdentity, imageName } from '../../compose/images/image.ts'
import { fedoraStandards } from '../report/fedora-standards.ts'
import { usualNights } from '../../jobs/compare/past.ts'
import { labCompose } from '../../lab/nightly.ts'
import { compose as usualCompose } from '../../lab/usual.ts'
import { makeReport } from '../../report/make-report.ts'
import type { Report } from '../../report/report.ts'
import { jobOf } from '../jobs/job-of.ts'
import { green, pastOf } from '../report/green-night.ts'
import { composeOn, type Story, type StoryNight, type StoryTest, type TestKey } from './story.ts'
import { parentOf } from './tests.ts'

/** A night that was played, for the nights after it. */
interface Played {
  readonly report: Report
  readonly past: PastNight | null
  readonly images: readonly Image[]
}

/** The reports of a story's nights, made from the jobs and images alone, without any service. */
export function playPure({ tests, nights }: Story): readonly Report[] {
  const played: Played[] = []
  for (const [nth, night] of nights.entries())
    played.push(playNight(night, jobsOf(tests, night, nth), played, tests))
  return played.map(({ report }) => report)
}

function playNight(
  night: StoryNight,
  jobs: BuildJobs,
  played: readonly Played[],
  tests: readonly StoryTest[],
): Played {
  const { date, outcome, missing = [] } = night
  const id = composeOn(date)
  const hasCompose = outcome !== 'absent'
  const { images } = labCompose({
    stream: 'rawhide',
    version: 'Rawhide',
    date,
    script: usualCompose({ missing }),
  })
  const { present: _, missing: lost } = judgeImages({ release: 'Rawhide', images })
  const isTested = outcome === 'tested'
  const facts = {
    ...green,
    night: { stream: 'rawhide' as const, date },
    workflowId: `nightly/rawhide/${date}`,
    outcome: ({ tested: 'tested', absent: 'absent', lagging: 'unfinished-compose' } as const)[outcome],
    why: outcome === 'lagging' ? `${id} is FINISHED; 45 of 90 images on the mirror` : '',
    compose: hasCompose
      ? { ...green.compose, id, url: green.openqaUrl, status: 'FINISHED', label: null }
      : null,
    images: isTested ? { expected: 11, missing: lost.map((image) => ({ ...image, koji: null })) } : null,
    allImages: isTested ? images : [],
    posts: [],
    jobs: isTested ? jobs : buildJobs([]),
    bugs: isTested ? bugsOf(night, jobs) : {},
    before: beforeOf(played),
    standards: {
      ...fedoraStandards('rawhide'),
      requirements: {
        areOwnTests: true,
        images: null,
        tests: tests.filter(({ required }) => required).map(({ key }) => key),
      },
    },
    at: `${date}T12:00:00.000Z`,
    previous: null,
  }
  const report = makeReport(facts)
  return { report, past: isTested ? pastOf(jobs.every, date) : null, images: isTested ? images : [] }
}

function jobsOf(tests: readonly StoryTest[], night: StoryNight, nth: number): BuildJobs {
  const { date, missing = [], jobs = {} } = night
  const there = tests.filter(
    ({ key, from = date, until = date }) =>
      from <= date &&
      date <= until &&
      !(missing.includes('KDE live x86_64') && key.includes(' KDE-live-iso ')),
  )
  return buildJobs(there.flatMap(({ key }, place) => triesOf(key, jobs, 10_000 * nth + 10 * place)))
}

function triesOf(key: TestKey, jobs: NonNullable<StoryNight['jobs']>, id: number): readonly Job[] {
  const [test = '', flavor = '', arch = '', machine = ''] = key.split(' ')
  const name = { test, flavor, arch, machine }
  const parent = parentOf(key)
  const parentJob = parent === null ? undefined : jobs[parent]
  if (parentJob !== undefined && parentJob.result !== 'softfailed' && parentJob.passesOnRestart !== true)
    return [jobOf({ id, ...name, state: 'cancelled', result: 'skipped' })]
  const told = jobs[key]
  if (told === undefined) return [jobOf({ id, ...name })]
  const { result, modules = [test], passesOnRestart } = told
  const failedModules = result === 'failed' ? modules : []
  const first = jobOf({ id, ...name, result, failedModules })
  return passesOnRestart === true ? [{ ...first, cloneId: id + 1 }, jobOf({ id: id + 1, ...name })] : [first]
}

function bugsOf({ jobs = {} }: StoryNight, built: BuildJobs): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    built.latest.flatMap(({ id, test, flavor, arch, machine }) => {
      const bug = Object.entries(jobs).find(([key]) => key === `${test} ${flavor} ${arch} ${machine}`)?.[1]
        .bug
      return bug === undefined ? [] : [[String(id), [bug]]]
    }),
  )
}

function beforeOf(played: readonly Played[]): Before {
  const tested = played.filter(({ past }) => past !== null).toReversed()
  const verdicts = played.map(({ report }) => report.verdict).toReversed()
  const others = verdicts.findIndex((verdict) => verdict !== 'absent')
  const good = played.findLast(({ report }) => report.verdict === 'passed')
  return {
    past: { kind: 'known', nights: tested.flatMap(({ past }) => (past === null ? [] : [past])).slice(0, 30) },
    failedElsewhere: [],
    usualImages: usualOf(tested.slice(0, usualNights)),
    baselineCompose: tested[0]?.report.compose?.id ?? null,
    baselineImages: tested[0]?.images ?? null,
    composeless: {
      nights: (others === -1 ? verdicts.length : others) + 1,
      lastGood: good?.report.compose?.id ?? null,
    },
  }
}

function usualOf(nights: readonly Played[]): readonly UsualImage[] {
  const all = nights.flatMap(({ images, report }) =>
    images.map((image) => ({ image, compose: report.compose?.id ?? '' })),
  )
  return [...Map.groupBy(all, ({ image }) => imageName(image)).values()].flatMap((seen) =>
    seen.slice(0, 1).map(({ image, compose: lastCompose }) => ({
      ...image,
      identity: imageIdentity(image),
      seen: seen.length,
      of: nights.length,
      lastCompose,
    })),
  )
}
