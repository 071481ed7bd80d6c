import { composeChanged } from '../../../workflows/waiting/nudge.ts'
import { oneLook, rawhideNight, type Path } from '../path.ts'
import { answers, cancelsTheRun, fails, neverAnswers, sees, seesNothing, signals, tells } from '../steps.ts'
import { endedJobs, newsOfJobs, plan, runningJobs } from '../usual-answers.ts'
import { composeIsComplete, delivers, jobsAreScheduled, reports } from './usual-contents.ts'

const flavor = 'Server-dvd-iso'
const nudged = signals(composeChanged, neverAnswers)

/** Nights that looks tell something, that are told to look now, and nights that a person cancels. */
export const interfering: readonly Path[] = [
  {
    name: 'told-before-the-end-of-a-lap',
    start: rawhideNight(),
    script: { observeJobs: [tells(newsOfJobs(), sees(endedJobs()))] },
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['completed: seen'], ...reports('passed') },
      posts: ['scheduled'],
      signals: { heard: ['observeJobs'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'nudged-in-every-stage',
    start: rawhideNight(),
    script: {
      observeCompose: [nudged],
      observeCompletion: [nudged, nudged],
      planCompose: [signals(composeChanged, answers(plan('post', [{ flavor }])))],
      posts: [{ flavor, schedulePost: [fails('UnknownOutcome')], observePost: [nudged] }],
      observeJobs: [nudged],
    },
    holds: {
      activities: {
        observeCompose: ['cancelled', 'completed: seen'],
        observeCompletion: ['cancelled', 'completed: complete'],
        planCompose: ['completed: post'],
        schedulePost: ['failed: UnknownOutcome'],
        observePost: ['cancelled', 'completed: found'],
        observeJobs: ['cancelled', 'completed: seen'],
        ...reports('passed'),
      },
      posts: ['found'],
      signals: {
        composeChanged: ['observeCompose', 'observeCompletion', 'planCompose', 'observePost', 'observeJobs'],
      },
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'nudged-while-watched',
    start: rawhideNight({ await: oneLook }),
    script: { observeJobs: [seesNothing(runningJobs())], observeOpen: [nudged, fails('TypeError')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reports('unknown'),
        observeOpen: ['cancelled', 'failed: TypeError'],
      },
      posts: ['scheduled'],
      signals: { composeChanged: ['observeOpen'] },
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'cancelled-while-it-looks',
    start: rawhideNight(),
    script: { observeCompletion: [cancelsTheRun] },
    holds: {
      activities: {
        observeCompose: ['completed: seen'],
        observeCompletion: ['cancelled'],
        ...reports('cancelled'),
      },
      children: { delivery: ['started'] },
      run: 'cancelled',
    },
  },
  {
    name: 'cancelled-while-it-plans',
    start: rawhideNight(),
    script: { planCompose: [cancelsTheRun] },
    holds: {
      activities: { ...composeIsComplete, planCompose: ['cancelled'], ...reports('cancelled') },
      children: delivers,
      run: 'cancelled',
    },
  },
  {
    name: 'cancelled-while-it-posts',
    start: rawhideNight(),
    script: { posts: [{ flavor, schedulePost: [cancelsTheRun] }] },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['completed: post'],
        schedulePost: ['cancelled'],
        ...reports('cancelled'),
      },
      children: delivers,
      run: 'cancelled',
    },
  },
  {
    name: 'cancelled-while-it-restarts-jobs',
    start: rawhideNight(),
    script: { observeJobs: [sees(endedJobs(2))], restartJobs: [cancelsTheRun] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        restartJobs: ['cancelled'],
        ...reports('cancelled'),
      },
      children: delivers,
      run: 'cancelled',
    },
  },
]
