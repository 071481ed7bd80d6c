import { buildJobs } from '../../jobs/results/build-jobs.ts'
import { pastNightOf } from '../../jobs/compare/past-night-of.ts'
import type { Job } from '../../jobs/results/job.ts'
import type { Before } from '../../jobs/compare/before.ts'
import type { PastNight } from '../../jobs/compare/past.ts'
import { fedoraStandards } from './fedora-standards.ts'
import type { NightFacts } from '../../report/facts.ts'
import type { StageTiming } from '../../report/outcome.ts'
import { jobOf } from '../jobs/job-of.ts'

/** The compose of the night. */
export const compose = {
  id: 'Fedora-Rawhide-20261124.n.0',
  url: 'https://kojipkgs.fedoraproject.org/compose/rawhide/Fedora-Rawhide-20261124.n.0',
  status: 'FINISHED_INCOMPLETE',
  label: null,
}

/** 210 tests that passed, on two arches. */
const passed = [...tests(3001, 150, 'universal', 'x86_64'), ...tests(3201, 60, 'Server-dvd-iso', 'aarch64')]

/** The night before had the same tests, and all of them passed. */
export const before: Before = {
  past: { kind: 'known', nights: [pastOf(passed, '2026-11-23')] },
  failedElsewhere: [],
  usualImages: [],
  baselineCompose: null,
  baselineImages: null,
  composeless: { nights: 1, lastGood: 'Fedora-Rawhide-20261123.n.0' },
}

/** A night on which all is well. */
export const green: NightFacts = {
  night: { stream: 'rawhide', date: '2026-11-24' },
  title: 'Rawhide',
  workflowId: 'nightly/rawhide/2026-11-24',
  outcome: 'tested',
  why: '210 of 210 jobs have ended',
  compose,
  discarded: [],
  unansweredSince: null,
  watchedUntil: null,
  respinOf: null,
  replacedBy: null,
  images: { expected: 10, missing: [] },
  allImages: [],
  explanations: {},
  before,
  changes: null,
  standards: fedoraStandards('rawhide'),
  warnings: [],
  refusedRestarts: [],
  mode: 'post',
  posts: [
    { kind: 'scheduled', flavor: 'universal', arch: 'x86_64', jobs: 150 },
    { kind: 'scheduled', flavor: 'Server-dvd-iso', arch: 'aarch64', jobs: 60 },
  ],
  jobs: buildJobs(passed),
  awaited: 'settled',
  bugs: {},
  orders: [],
  acceptances: [],
  publishBy: false,
  program: '0.1.0',
  stages: [
    ran('find', '05:15:00', '05:16:12', 'Fedora-Rawhide-20261124.n.0 is there'),
    ran(
      'complete',
      '05:16:12',
      '08:47:30',
      'FINISHED_INCOMPLETE; metadata the same twice; 41 of 41 Koji tasks ended; 10 of 10 images on the mirror',
    ),
    ran('schedule', '08:47:30', '08:47:41', '2 of 2 posts scheduled'),
    ran('await', '08:47:41', '11:02:10', '210 of 210 jobs have ended'),
    { name: 'report', since: at('11:02:10'), until: null, lastAnswer: '' },
  ],
  openqaUrl: 'https://openqa.fedoraproject.org',
  runUrl: 'http://127.0.0.1:8233/namespaces/default/workflows/nightly%2Frawhide%2F2026-11-24',
  at: at('11:02:12'),
  edition: 1,
  previous: null,
}

function tests(first: number, count: number, flavor: string, arch: string): readonly Job[] {
  return Array.from({ length: count }, (_, nth) =>
    jobOf({ id: first + nth, test: `test_${String(nth + 1).padStart(3, '0')}`, flavor, arch }),
  )
}

/** A stage of the night, with the times of its day. */
export function ran(name: string, since: string, until: string, lastAnswer: string): StageTiming {
  return { name, since: at(since), until: at(until), lastAnswer }
}

/** A time of the night's day. */
export function at(time: string): string {
  return `2026-11-24T${time}.000Z`
}

/** An earlier night of Rawhide with these jobs. */
export function pastOf(jobs: readonly Job[], date: string): PastNight {
  const run = `nightly/rawhide/${date}`
  const id = `Fedora-Rawhide-${date.replaceAll('-', '')}.n.0`
  return pastNightOf({ run, edition: 1, compose: id, date }, buildJobs(jobs))
}

/** The stages of a night that waited for its tests in vain. */
export function awaiting(lastAnswer: string): NightFacts['stages'] {
  return [...green.stages.slice(0, 3), ran('await', '08:47:41', '16:47:41', lastAnswer)]
}
