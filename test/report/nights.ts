import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { NightFacts } from '../../report/facts.ts'
import { makeReport } from '../../report/make-report.ts'
import { changedNights } from './changed-nights.ts'
import { orderedNights } from './ordered-nights.ts'
import { failed } from './failed-night.ts'
import { at, awaiting, compose, green, ran } from './green-night.ts'

const noCompose = { compose: null, images: null, posts: [], jobs: buildJobs([]) }

const nothingThere = 'no Fedora-Rawhide-20261124.n.* in https://kojipkgs.fedoraproject.org/compose/rawhide/'

const absent: NightFacts = {
  ...green,
  ...noCompose,
  outcome: 'absent',
  why: nothingThere,
  awaited: 'nothing-scheduled',
  stages: [ran('find', '05:15:00', '17:15:00', nothingThere)],
  at: at('17:15:01'),
}

const halfSynced = 'Fedora-Rawhide-20261124.n.0 is FINISHED_INCOMPLETE; 43 of 90 images on the mirror'

/** The nights whose mails are kept as golden files. */
export const nights: Readonly<Record<string, NightFacts>> = {
  green,
  failed,
  ...changedNights,
  absent,
  'absent-again': {
    ...absent,
    before: { ...green.before, composeless: { nights: 3, lastGood: 'Fedora-Rawhide-20261121.n.0' } },
  },
  doomed: {
    ...green,
    ...noCompose,
    outcome: 'unfinished-compose',
    compose: {
      ...compose,
      id: 'Fedora-Rawhide-20261124.n.1',
      url: `${compose.url.slice(0, -1)}1`,
      status: 'TERMINATED',
    },
    why: 'Fedora-Rawhide-20261124.n.1 ended TERMINATED and no newer respin came',
    discarded: [{ id: 'Fedora-Rawhide-20261124.n.0', status: 'DOOMED' }],
    awaited: 'nothing-scheduled',
    stages: [
      ran(
        'find',
        '05:15:00',
        '17:15:00',
        'no Fedora-Rawhide-20261124.n.* newer than Fedora-Rawhide-20261124.n.1',
      ),
    ],
    at: at('17:15:01'),
  },
  'mirror-lags': {
    ...green,
    outcome: 'unfinished-compose',
    why: halfSynced,
    images: null,
    posts: [],
    jobs: buildJobs([]),
    awaited: 'nothing-scheduled',
    stages: [...green.stages.slice(0, 1), ran('complete', '05:16:12', '19:16:12', halfSynced)],
    at: at('19:16:13'),
  },
  'unfinished-compose': {
    ...green,
    outcome: 'unfinished-compose',
    compose: { ...compose, status: 'STARTED' },
    why: 'Fedora-Rawhide-20261124.n.0 is STARTED; no metadata yet; 3 of 41 Koji tasks open',
    images: null,
    posts: [],
    jobs: buildJobs([]),
    awaited: 'nothing-scheduled',
    stages: [
      ...green.stages.slice(0, 1),
      ran(
        'complete',
        '05:16:12',
        '17:15:00',
        'Fedora-Rawhide-20261124.n.0 is STARTED; no metadata yet; 3 of 41 Koji tasks open',
      ),
    ],
    at: at('17:15:01'),
  },
  unobserved: {
    ...green,
    ...noCompose,
    outcome: 'unobserved',
    why: 'nobody could look since 2026-11-24 05:17 UTC (kojipkgs: 503 Service Unavailable)',
    unansweredSince: at('05:17:03'),
    awaited: 'nothing-scheduled',
    stages: [
      ran(
        'find',
        '05:15:00',
        '11:15:00',
        'nobody could look since 2026-11-24 05:17 UTC (kojipkgs: 503 Service Unavailable)',
      ),
    ],
    at: at('11:25:01'),
  },
  'unfinished-tests': {
    ...green,
    outcome: 'unfinished-tests',
    why: '205 of 210 jobs have ended; 1 runs, 4 wait',
    watchedUntil: '2026-11-25T04:47:41.000Z',
    awaited: 'deadline',
    stages: awaiting('205 of 210 jobs have ended; 1 runs, 4 wait'),
    jobs: buildJobs(
      green.jobs.every.map((job, nth) =>
        nth < 5 ? { ...job, state: nth === 0 ? 'running' : 'scheduled', result: 'none' } : job,
      ),
    ),
    at: at('16:47:42'),
  },
  unreachable: {
    ...green,
    outcome: 'unfinished-tests',
    why: 'openQA: https://openqa.fedoraproject.org/api/v1/jobs gave no answer: none within 30 s',
    awaited: 'unreachable',
    stages: awaiting('openQA: https://openqa.fedoraproject.org/api/v1/jobs gave no answer: none within 30 s'),
    jobs: buildJobs([]),
    at: at('16:47:42'),
  },
  refused: {
    ...green,
    discarded: [{ id: 'Fedora-Rawhide-20261123.n.9', status: 'DOOMED' }],
    posts: [
      ...green.posts.slice(1),
      { kind: 'partial', flavor: 'universal', arch: 'x86_64', jobs: 150, why: 'install_multi: no machine' },
      { kind: 'found', flavor: 'Server-boot-iso', arch: 'aarch64', jobs: 1 },
      {
        kind: 'refused',
        flavor: 'i3-live-iso',
        arch: 'x86_64',
        why: 'no products found for fedora-i3-live-iso-x86_64',
      },
      {
        kind: 'unknown',
        flavor: 'Cloud_Base-qcow2-qcow2',
        arch: 'x86_64',
        why: 'no answer to the post, and no job after 30 minutes',
      },
    ],
  },
  cancelled: {
    ...green,
    posts: [],
    jobs: buildJobs([]),
    outcome: 'cancelled',
    why: 'a person stopped it at 06:40 UTC: openQA moves tonight',
    awaited: 'nothing-scheduled',
    stages: [...green.stages.slice(0, 1), ran('complete', '05:16:12', '06:40:00', '3 of 41 Koji tasks open')],
    at: at('06:40:02'),
  },
  neutral: {
    ...green,
    ...noCompose,
    night: { stream: 'branched', date: '2026-11-24' },
    title: 'Branched',
    workflowId: 'nightly/branched/2026-11-24',
    outcome: 'no-branched',
    why: 'Fedora has no Branched release at present',
    awaited: 'nothing-scheduled',
    stages: [ran('find', '07:15:00', '07:15:01', 'Fedora has no Branched release at present')],
    runUrl: null,
    at: at('07:15:02'),
  },
  observed: {
    ...green,
    mode: 'observe',
    posts: [],
    jobs: buildJobs([]),
    outcome: 'unfinished-tests',
    why: 'openQA has no jobs of Fedora-Rawhide-20261124.n.0 yet',
    awaited: 'nothing-scheduled',
    stages: awaiting('openQA has no jobs of Fedora-Rawhide-20261124.n.0 yet'),
    at: at('16:47:42'),
  },
  ...orderedNights,
  amended: { ...failed, edition: 2, previous: makeReport(green), at: at('15:00:00') },
}
