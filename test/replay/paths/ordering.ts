import type { NightResult } from '../../../workflows/report.ts'
import { rawhideNight, type Path } from '../path.ts'
import { answers, fails, neverAnswers, orders, sees, seesNothing } from '../steps.ts'
import { compose, endedJobs, plan, runningJobs, written } from '../usual-answers.ts'
import {
  composeIsComplete,
  delivers,
  jobsAreScheduled,
  reports,
  reportsAndWatches,
} from './usual-contents.ts'

const why = 'rhbz#1234567'
const test = 'base_selinux'
const problem = {
  kind: 'test',
  test,
  scenario: `Server-dvd-iso x86_64 ${test}@64bit`,
  modules: ['selinux'],
} as const
const broken = { ...written('tested', 'broken'), problems: [problem], notOk: 1 }
const again = orders('rerun', {}, neverAnswers)

/** A night that has ended, with a failure. */
const ended: NightResult = {
  outcome: 'tested',
  verdict: 'broken',
  compose,
  subject: 'the night ended broken',
  edition: 1,
  delivery: 'delivery/nightly/rawhide/2026-05-10/1/mail',
  left: {
    ending: {
      outcome: 'tested',
      why: '9 of 9 jobs done',
      compose,
      status: 'FINISHED',
      discarded: [],
      plan: 'the-plan',
      mode: 'post',
      posts: [],
      jobs: 'ended-jobs',
    },
    stages: [],
    digest: 'broken',
    jobsHash: null,
    problems: [problem],
    notOk: 1,
  },
}

/** Nights that people give orders to. */
export const ordering: readonly Path[] = [
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
  {
    name: 'failure-accepted',
    start: rawhideNight(),
    script: {
      composeReport: [answers(broken), answers({ ...written('tested'), edition: 2 })],
      observeOpen: [orders('accept', { what: `test:${test}`, why }, neverAnswers)],
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
