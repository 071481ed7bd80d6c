import { oneLook, rawhideNight, type Path } from '../path.ts'
import { answers, cannotSee, fails, sees, seesNothing } from '../steps.ts'
import { endedJobs, runningJobs, written } from '../usual-answers.ts'
import { delivers, jobsAreScheduled, reports, reportsAndWatches } from './usual-contents.ts'

/** Somebody restarted jobs, which have ended. */
const changed = sees({ kind: 'changed', jobs: 'other-jobs', jobsHash: 'other-hash' } as const)

/** More flavors than are posted at once. */
const flavors = [
  'Cloud_Base-qcow2-qcow2',
  'Everything-boot-iso',
  'KDE-live-iso',
  'Server-boot-iso',
  'Server-dvd-iso',
  'Workstation-live-iso',
  'universal',
]

/** Nights whose jobs run. */
export const awaiting: readonly Path[] = [
  {
    name: 'all-passed',
    start: rawhideNight(),
    script: {
      observeCompose: [seesNothing()],
      posts: flavors.map((flavor) => ({ flavor })),
      observeJobs: [seesNothing(runningJobs())],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeCompose: ['completed: not-yet', 'completed: seen'],
        observeJobs: ['completed: not-yet', 'completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      queries: ['progress'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'second-chances',
    start: rawhideNight(),
    script: {
      observeJobs: [sees(endedJobs(2)), seesNothing(runningJobs()), sees(endedJobs(1))],
      restartJobs: [
        answers({
          restarted: ['Server-dvd-iso x86_64 base_selinux@64bit'],
          refused: [{ scenario: 'Server-dvd-iso x86_64 base_services_start@64bit', why: 'a file is gone' }],
        }),
      ],
      composeReport: [answers(written('tested', 'broken'))],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet', 'completed: seen'],
        restartJobs: ['completed'],
        ...reportsAndWatches('broken'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'no-second-chances',
    start: rawhideNight(),
    script: {
      observeJobs: [sees(endedJobs(2))],
      restartJobs: [fails('OpenQaIsAway')],
      composeReport: [answers(written('tested', 'broken'))],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        restartJobs: ['failed: OpenQaIsAway'],
        ...reportsAndWatches('broken'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'openqa-away-after-second-chances',
    start: rawhideNight({ await: oneLook }),
    script: {
      observeJobs: [sees(endedJobs(2)), cannotSee(), cannotSee()],
      restartJobs: [fails('OpenQaIsAway')],
      observeOpen: [changed],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen', 'completed: not-yet'],
        restartJobs: ['failed: OpenQaIsAway'],
        ...reports('unknown', 'passed'),
        observeOpen: ['completed: changed'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-amended',
    start: rawhideNight({ await: oneLook }),
    script: { observeJobs: [seesNothing(runningJobs())], observeOpen: [seesNothing(), changed] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reports('unknown', 'passed'),
        observeOpen: ['completed: not-yet', 'completed: changed'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-amended-without-change',
    start: rawhideNight({ await: oneLook }),
    script: {
      observeJobs: [seesNothing(runningJobs())],
      observeOpen: [changed],
      composeReport: [answers(written('tested', 'broken')), answers(written('tested', 'broken'))],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reports('broken'),
        observeOpen: ['completed: changed', 'completed: next-night'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'watched-without-change',
    start: rawhideNight({ await: oneLook, watch: oneLook }),
    script: { observeJobs: [seesNothing(runningJobs())], observeOpen: [seesNothing()] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reports('unknown'),
        observeOpen: ['completed: not-yet'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'jobs-that-cannot-be-read',
    start: rawhideNight(),
    script: { observeJobs: [fails('TypeError')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['failed: TypeError'],
        ...reportsAndWatches('unknown'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
]
