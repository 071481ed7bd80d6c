import { rawhideNight, type Path } from '../path.ts'
import { answers, fails, neverAnswers, orders, sees, seesNothing } from '../steps.ts'
import { compose, endedJobs, plan, runningJobs, written } from '../usual-answers.ts'
import { broken, problem, why } from './broken-night.ts'
import { delivers, jobsAreScheduled, reports } from './usual-contents.ts'

const again = orders('rerun', {}, neverAnswers)

/** Nights that people order to run something again. */
export const runningAgain: readonly Path[] = [
  {
    name: 'failed-jobs-run-again',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken), answers({ ...written('tested'), edition: 2 })],
      observeOpen: [again],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled'],
        chooseJobs: ['completed: chosen'],
        restartChosen: ['completed'],
        ...reports('broken', 'passed'),
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'] },
      queries: ['progress', 'reported'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'no-jobs-to-run-again',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken)],
      observeOpen: [again, again, again],
      chooseJobs: [answers({ kind: 'none', why: 'openQA has no job of it any more' }), fails('LostValue')],
      restartChosen: [
        answers({ restarted: 0, refused: [{ scenario: problem.scenario, why: 'a file is gone' }] }),
      ],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled', 'completed: next-night'],
        chooseJobs: ['completed: none', 'failed: LostValue', 'completed: chosen'],
        restartChosen: ['completed'],
        ...reports('broken'),
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'failed-jobs-cannot-be-run-again',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken)],
      observeOpen: [again],
      restartChosen: [fails('LostValue')],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        chooseJobs: ['completed: chosen'],
        restartChosen: ['failed: LostValue'],
        ...reports('broken'),
        observeOpen: ['cancelled', 'completed: next-night'],
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'jobs-run-again-and-the-wait-finished',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken), answers({ ...written('unfinished-tests'), edition: 2 })],
      observeOpen: [again],
      observeJobs: [sees(endedJobs()), orders('finish', { why }, neverAnswers), seesNothing(runningJobs())],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen', 'cancelled', 'completed: not-yet'],
        chooseJobs: ['completed: chosen'],
        restartChosen: ['completed'],
        ...reports('broken', 'unknown'),
        observeOpen: ['cancelled', 'completed: next-night'],
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'], finish: ['completed'] },
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'absent-night-run-again',
    start: rawhideNight({ find: { deadlineMs: 3_600_000, lapMs: 3_600_000, lookMs: 3_600_000 } }),
    script: { observeCompose: [seesNothing()], observeOpen: [again] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeCompose: ['completed: not-yet', 'completed: seen'],
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled'],
        ...reports('absent', 'passed'),
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'] },
      children: { ...delivers, respins: ['started', 'refused'] },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'night-run-again-from-complete-and-covered',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken)],
      planCompose: [
        answers(plan('post', [{ flavor: 'Server-dvd-iso' }])),
        answers({ kind: 'covered', by: `nightly/rawhide/${compose}` }),
      ],
      observeOpen: [orders('rerun', { from: 'complete' }, neverAnswers)],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        planCompose: ['completed: post', 'completed: covered'],
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled'],
        ...reports('broken'),
      },
      posts: ['scheduled'],
      updates: { rerun: ['completed'] },
      children: { ...delivers, respins: ['started', 'refused'] },
      run: { outcome: 'covered', verdict: 'covered' },
    },
  },
]
