import { nightOf, oneLook, rawhideNight, silenceMs, type Path } from '../path.ts'
import { answers, fails, neverAnswers, sees, seesNothing } from '../steps.ts'
import { compose, outcome, plan, endedJobs } from '../usual-answers.ts'
import { composeIsComplete, delivers, reports, reportsAndWatches } from './usual-contents.ts'

const nothing = sees({ kind: 'nothing' } as const)

/** Nights that schedule their tests one way or another, or not at all. */
export const posting: readonly Path[] = [
  {
    name: 'compose-of-another-run',
    start: nightOf(compose),
    script: { planCompose: [answers({ kind: 'covered', by: 'nightly/rawhide/2026-05-10' } as const)] },
    holds: {
      activities: { ...composeIsComplete, planCompose: ['completed: covered'] },
      run: { outcome: 'covered', verdict: 'covered' },
    },
  },
  {
    name: 'compose-without-a-plan',
    start: rawhideNight(),
    script: { planCompose: [fails('ComposeIsGarbled')] },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['failed: ComposeIsGarbled'],
        ...reportsAndWatches('unknown'),
      },
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'jobs-only-observed',
    start: rawhideNight(),
    script: { planCompose: [answers(plan('observe', []))], observeJobs: [sees(endedJobs(2))] },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: observe'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'posts-that-went-wrong',
    start: rawhideNight({ actMs: silenceMs }),
    script: {
      posts: [
        { flavor: 'Server-boot-iso', schedulePost: [answers(outcome('found', 'Server-boot-iso'))] },
        { flavor: 'Server-dvd-iso', schedulePost: [answers(outcome('partial', 'Server-dvd-iso'))] },
        { flavor: 'KDE-live-iso', schedulePost: [answers(outcome('refused', 'KDE-live-iso'))] },
        { flavor: 'Workstation-live-iso', schedulePost: [fails('NotPosted')], observePost: [nothing] },
        {
          flavor: 'Everything-boot-iso',
          schedulePost: [fails('UnknownOutcome')],
          observePost: [seesNothing(), sees(outcome('found', 'Everything-boot-iso'))],
        },
        { flavor: 'Silverblue-dvd_ostree-iso', schedulePost: [neverAnswers] },
        { flavor: 'universal', schedulePost: [fails('UnknownOutcome')], observePost: [fails('TypeError')] },
      ],
    },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: post'],
        schedulePost: [
          'completed: found',
          'completed: partial',
          'completed: refused',
          'completed: scheduled',
          'failed: NotPosted',
          'failed: UnknownOutcome',
          'timed out: start to close',
        ],
        observePost: ['completed: nothing', 'completed: not-yet', 'completed: found', 'failed: TypeError'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled', 'found', 'partial', 'refused', 'unknown'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'posts-all-refused',
    start: rawhideNight(),
    script: {
      posts: [
        { flavor: 'KDE-live-iso', schedulePost: [answers(outcome('refused', 'KDE-live-iso'))] },
        { flavor: 'Server-dvd-iso', schedulePost: [answers(outcome('refused', 'Server-dvd-iso'))] },
      ],
    },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: post'],
        schedulePost: ['completed: refused'],
        ...reportsAndWatches('unknown'),
      },
      posts: ['refused'],
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'posts-unknown-at-the-deadline',
    start: rawhideNight({ schedule: oneLook }),
    script: {
      posts: [
        { flavor: 'KDE-live-iso', schedulePost: [fails('UnknownOutcome')], observePost: [seesNothing()] },
      ],
    },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: post'],
        schedulePost: ['failed: UnknownOutcome'],
        observePost: ['completed: not-yet'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['unknown'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'posts-not-made-again-after-the-deadline',
    start: rawhideNight({ schedule: { ...oneLook, deadlineMs: 0 } }),
    script: {
      posts: [{ flavor: 'KDE-live-iso', schedulePost: [fails('NotPosted')], observePost: [nothing] }],
    },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: post'],
        schedulePost: ['failed: NotPosted'],
        observePost: ['completed: nothing'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['unknown'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
]
