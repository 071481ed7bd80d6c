import type { PastNight } from '../../jobs/compare/past.ts'
import { buildJobs } from '../../jobs/results/build-jobs.ts'
import type { Job } from '../../jobs/results/job.ts'
import type { NightFacts } from '../../report/facts.ts'
import { jobOf } from '../jobs/job-of.ts'
import { before, compose, green, pastOf } from './green-night.ts'

const browser = { test: 'desktop_browser', flavor: 'Workstation-live-iso' }
const cockpit = { test: 'server_cockpit_basic', flavor: 'Server-dvd-iso' }
const printing = { test: 'desktop_printing', flavor: 'KDE-live-iso', machine: 'uefi' }

/** The nights before with the tests of a green night and some more, the latest first. */
function nightsBefore(...more: readonly (readonly Job[])[]): readonly PastNight[] {
  return more.map((jobs, nth) =>
    pastOf([...green.jobs.every, ...jobs], `2026-11-${String(23 - nth).padStart(2, '0')}`),
  )
}

function beside(nights: readonly PastNight[], jobs: readonly Job[]): NightFacts {
  return {
    ...green,
    jobs: buildJobs([...green.jobs.every, ...jobs]),
    before: { ...before, past: { kind: 'known', nights } },
  }
}

const oldFailures = [
  jobOf({ id: 4001, ...cockpit, result: 'failed', failedModules: ['server_cockpit_basic'] }),
  jobOf({ id: 4002, ...printing, result: 'failed', failedModules: ['printing'] }),
]

const kdeTests = ['desktop_background', 'desktop_login', 'desktop_printing'].map((test, nth) =>
  jobOf({ id: 4100 + nth, test, flavor: 'KDE-live-iso' }),
)

/** Nights that differ from the ones before, and one that does not. */
export const changedNights: Readonly<Record<string, NightFacts>> = {
  quiet: {
    ...beside(
      nightsBefore(oldFailures, oldFailures, [jobOf({ id: 1, ...cockpit }), jobOf({ id: 2, ...printing })]),
      oldFailures,
    ),
    bugs: { '4002': ['brc#2345678'] },
  },
  'new-failure': {
    ...beside(nightsBefore([jobOf({ id: 1, ...browser }), ...oldFailures], [jobOf({ id: 2, ...cockpit })]), [
      jobOf({ id: 4010, ...browser, result: 'failed', failedModules: ['browser'], cloneId: 4011 }),
      jobOf({ id: 4011, ...browser, result: 'failed', failedModules: ['browser'] }),
      ...oldFailures,
    ]),
    standards: {
      ...green.standards,
      requirements: { tests: ['test_* universal x86_64 64bit'], areOwnTests: true, images: null },
    },
  },
  'another-module': {
    ...beside(
      nightsBefore(
        [jobOf({ id: 1, ...browser, result: 'failed', failedModules: ['login'] })],
        [jobOf({ id: 2, ...browser })],
      ),
      [jobOf({ id: 4011, ...browser, result: 'failed', failedModules: ['browser'] })],
    ),
    before: {
      ...before,
      past: {
        kind: 'known',
        nights: nightsBefore(
          [jobOf({ id: 1, ...browser, result: 'failed', failedModules: ['login'] })],
          [jobOf({ id: 2, ...browser })],
        ),
      },
      failedElsewhere: [jobOf({ id: 3, ...browser })],
    },
  },
  fixed: beside(nightsBefore(oldFailures, [jobOf({ id: 1, ...cockpit }), jobOf({ id: 2, ...printing })]), [
    jobOf({ id: 4020, ...cockpit }),
    jobOf({ id: 4021, ...printing, result: 'failed', failedModules: ['printing'], cloneId: 4022 }),
    jobOf({ id: 4022, ...printing }),
    jobOf({ id: 4023, test: 'desktop_terminal', flavor: 'Workstation-live-iso', result: 'softfailed' }),
  ]),
  'image-takes-tests': {
    ...beside(nightsBefore(kdeTests, kdeTests, kdeTests), []),
    images: {
      expected: 10,
      missing: [
        {
          subvariant: 'KDE',
          type: 'live',
          arch: 'x86_64',
          blocking: true,
          why: 'the second of the two desktops that block',
          koji: null,
        },
      ],
    },
    before: {
      ...before,
      past: { kind: 'known', nights: nightsBefore(kdeTests, kdeTests, kdeTests) },
      usualImages: [
        {
          subvariant: 'KDE',
          type: 'live',
          arch: 'x86_64',
          identity: 'kde live x86_64',
          seen: 19,
          of: 20,
          lastCompose: 'Fedora-Rawhide-20261123.n.0',
          size: 2_770_000_000,
        },
      ],
    },
  },
  'first-night': {
    ...green,
    night: { stream: 'branched', date: '2026-11-24' },
    title: 'Fedora 44',
    workflowId: 'nightly/branched/2026-11-24',
    compose: {
      ...compose,
      id: 'Fedora-44-20261124.n.0',
      url: 'https://kojipkgs.fedoraproject.org/compose/branched/Fedora-44-20261124.n.0',
    },
    jobs: buildJobs([...green.jobs.every, ...oldFailures]),
    before: { ...before, past: { kind: 'known', nights: [] }, baselineCompose: null, baselineImages: null },
  },
  'archive-away': {
    ...green,
    jobs: buildJobs([...green.jobs.every, ...oldFailures]),
    before: {
      past: { kind: 'unknown', why: 'the archive did not answer within 10 s' },
      failedElsewhere: [],
      usualImages: [],
      baselineCompose: null,
      baselineImages: null,
      composeless: null,
    },
  },
}
