import { rawhideNight, type Path } from '../path.ts'
import { answers, neverAnswers, orders, sees, seesNothing } from '../steps.ts'
import { endedJobs, plan, runningJobs, written } from '../usual-answers.ts'
import { broken, ended, problem, why } from './broken-night.ts'
import {
  composeIsComplete,
  delivers,
  jobsAreScheduled,
  reports,
  reportsAndWatches,
} from './usual-contents.ts'

/** Nights that people steer, accept failures of, or take over. */
export const steering: readonly Path[] = [
  {
    name: 'failure-accepted',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken), answers({ ...written('tested'), edition: 2 })],
      observeOpen: [orders('accept', { what: `test:${problem.test}`, why }, neverAnswers)],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled'],
        ...reports('broken', 'passed'),
      },
      posts: ['scheduled'],
      updates: { accept: ['completed'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'conditions-waived-and-stages-extended',
    start: rawhideNight(),
    script: {
      observeCompose: [orders('extend', { hours: 4 }, orders('look', {}, neverAnswers))],
      observeCompletion: [orders('accept', { what: ['koji', 'mirror'], why }, neverAnswers)],
      observeJobs: [orders('extend', { hours: 4 }, sees(endedJobs()))],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeCompose: ['cancelled', 'completed: seen'],
        observeCompletion: ['cancelled', 'completed: complete'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      updates: { extend: ['completed'], look: ['completed'], accept: ['completed'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'wait-for-a-compose-finished',
    start: rawhideNight(),
    script: {
      observeCompletion: [orders('finish', { why }, neverAnswers), seesNothing()],
    },
    holds: {
      activities: {
        ...composeIsComplete,
        observeCompletion: ['cancelled', 'completed: not-yet'],
        ...reportsAndWatches('unfinished'),
      },
      updates: { finish: ['completed'] },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
  {
    name: 'posts-finished',
    start: rawhideNight(),
    script: {
      planCompose: [orders('finish', { why }, answers(plan('post', [{ flavor: 'Server-dvd-iso' }])))],
      observeJobs: [seesNothing(runningJobs())],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: not-yet'],
        ...reportsAndWatches('unknown'),
      },
      posts: ['scheduled'],
      updates: { finish: ['completed'] },
      children: delivers,
      run: { outcome: 'unfinished-tests', verdict: 'unknown' },
    },
  },
  {
    name: 'stopped-by-an-order',
    start: rawhideNight(),
    script: { observeJobs: [orders('cancel', { why }, neverAnswers)] },
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['cancelled'], ...reports('cancelled') },
      updates: { cancel: ['completed'] },
      children: delivers,
      run: { outcome: 'cancelled', verdict: 'cancelled' },
    },
  },
  {
    name: 'open-night-closed-by-an-order',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken)],
      observeOpen: [orders('cancel', { why }, neverAnswers)],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        observeOpen: ['cancelled'],
        ...reports('broken'),
      },
      posts: ['scheduled'],
      updates: { cancel: ['completed'] },
      children: delivers,
      run: { outcome: 'tested', verdict: 'broken' },
    },
  },
  {
    name: 'ended-night-taken-over',
    start: takesOver({ name: 'rerun', id: 'one', jobs: 'failed' }),
    script: { composeReport: [answers({ ...written('tested'), edition: 2 })] },
    holds: {
      activities: {
        reportedBefore: [],
        chooseJobs: ['completed: chosen'],
        restartChosen: ['completed'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      children: { delivery: ['started'] },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
]

function takesOver(
  order: NonNullable<Extract<Path['start'], { workflow: 'nightly' }>['input']['order']>,
): Path['start'] {
  const { workflow, input } = rawhideNight()
  return { workflow, input: { ...input, takesOver: { run: 'the-run-before', result: ended }, order } }
}
