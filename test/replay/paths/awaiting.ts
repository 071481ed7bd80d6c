import { oneLook, rawhideNight, type Path } from '../path.ts'
import { answers, cannotSee, fails, sees, seesNothing } from '../steps.ts'
import { endedJobs, runningJobs, written } from '../usual-answers.ts'
import { delivers, jobsAreScheduled, reports } from './usual-contents.ts'

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
        ...reports('failed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'failed' },
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
        ...reports('failed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'failed' },
    },
  },
  {
    name: 'openqa-away-after-second-chances',
    start: rawhideNight({ await: oneLook }),
    script: {
      observeJobs: [sees(endedJobs(2)), cannotSee(), cannotSee(), cannotSee()],
      restartJobs: [fails('OpenQaIsAway')],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen', 'completed: not-yet'],
        restartJobs: ['failed: OpenQaIsAway'],
        ...reports('unknown', 'passed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-amended',
    start: rawhideNight({ await: oneLook }),
    script: { observeJobs: [seesNothing(runningJobs()), seesNothing(runningJobs())] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet', 'completed: seen'],
        ...reports('unknown', 'passed'),
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
      composeReport: [answers(written('tested')), answers(written('tested'))],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet', 'completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'watched-without-change',
    start: rawhideNight({ await: oneLook, watch: oneLook }),
    script: { observeJobs: [seesNothing(runningJobs()), seesNothing(runningJobs())] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reports('unknown'),
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
        ...reports('unknown'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
]
