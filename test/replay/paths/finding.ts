import { nightOf, oneLook, rawhideNight, shortLaps, soonOver, type Path } from '../path.ts'
import { cannotSee, fails, failsUntilTooLate, neverAnswers, sees, seesNothing } from '../steps.ts'
import { compose } from '../usual-answers.ts'
import { delivers, jobsAreScheduled, reports, reportsAndWatches } from './usual-contents.ts'

const respin = 'Fedora-Rawhide-20260510.n.1'
const found = (id: string) => sees({ compose: id })
const dead = sees({ kind: 'dead', status: 'DOOMED' } as const)
const memory = { metadata: null, status: 'STARTED', tasks: null }

/** Nights that have to wait for their compose, or never have one. */
export const finding: readonly Path[] = [
  {
    name: 'compose-absent',
    start: rawhideNight({ find: oneLook }),
    script: { observeCompose: [seesNothing()] },
    holds: {
      activities: {
        observeCompose: ['completed: not-yet'],
        ...reportsAndWatches('absent'),
      },
      children: delivers,
      run: { outcome: 'absent', verdict: 'absent' },
    },
  },
  {
    name: 'no-branched-release',
    start: rawhideNight({ find: oneLook }),
    script: { observeCompose: [seesNothing({ noBranched: true })] },
    holds: {
      activities: {
        observeCompose: ['completed: not-yet'],
        ...reports('neutral'),
      },
      children: { delivery: ['started'] },
      run: { outcome: 'no-branched', verdict: 'neutral' },
    },
  },
  {
    name: 'compose-dead-then-respin',
    start: rawhideNight(),
    script: {
      observeCompose: [found(compose), seesNothing(), found(respin)],
      observeCompletion: [dead, seesNothing(memory)],
    },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeCompose: ['completed: seen', 'completed: not-yet'],
        observeCompletion: ['completed: dead', 'completed: not-yet', 'completed: complete'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'composes-dead-and-no-respin',
    start: rawhideNight({ find: oneLook, complete: oneLook }),
    script: {
      observeCompose: [found(compose), found(respin), seesNothing()],
      observeCompletion: [dead, dead],
    },
    holds: {
      activities: {
        observeCompose: ['completed: seen', 'completed: not-yet'],
        observeCompletion: ['completed: dead'],
        ...reportsAndWatches('unfinished'),
      },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
  {
    name: 'compose-dead-and-only-of-its-date',
    start: rawhideNight(),
    script: {
      observeCompose: [found(compose), fails('NoRespins')],
      observeCompletion: [dead],
    },
    holds: {
      activities: {
        observeCompose: ['completed: seen', 'failed: NoRespins'],
        observeCompletion: ['completed: dead'],
        ...reportsAndWatches('unfinished'),
      },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
  {
    name: 'compose-never-complete',
    start: rawhideNight({ complete: oneLook }),
    script: { observeCompletion: [seesNothing(memory)] },
    holds: {
      activities: {
        observeCompose: ['completed: seen'],
        observeCompletion: ['completed: not-yet'],
        ...reportsAndWatches('unfinished'),
      },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
  {
    name: 'nobody-looked-for-the-compose',
    start: rawhideNight({ find: soonOver }),
    script: { observeCompose: [neverAnswers, cannotSee()] },
    holds: {
      activities: {
        observeCompose: ['timed out: schedule to close', 'completed: not-yet'],
        ...reportsAndWatches('unknown'),
      },
      children: delivers,
      run: { outcome: 'unobserved', verdict: 'unknown' },
    },
  },
  {
    name: 'nobody-looked-at-the-compose',
    start: rawhideNight({ complete: soonOver }),
    script: { observeCompletion: [neverAnswers, cannotSee(memory)] },
    holds: {
      activities: {
        observeCompose: ['completed: seen'],
        observeCompletion: ['timed out: schedule to close', 'completed: not-yet'],
        ...reportsAndWatches('unknown'),
      },
      children: delivers,
      run: { outcome: 'unobserved', verdict: 'unknown' },
    },
  },
  {
    name: 'compose-found-by-the-last-look',
    start: rawhideNight({ find: soonOver, complete: soonOver }),
    script: { observeCompose: [neverAnswers, found(compose)], observeCompletion: [neverAnswers] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeCompose: ['timed out: schedule to close', 'completed: seen'],
        observeCompletion: ['timed out: schedule to close', 'completed: complete'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'compose-named-and-dead',
    start: nightOf(compose),
    script: { observeCompletion: [dead] },
    holds: {
      activities: {
        observeCompose: ['completed: seen'],
        observeCompletion: ['completed: dead'],
        ...reportsAndWatches('unfinished'),
      },
      children: { delivery: ['started'] },
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
  {
    name: 'looks-that-broke',
    start: rawhideNight({ find: shortLaps, complete: shortLaps }),
    script: {
      observeCompose: [neverAnswers, failsUntilTooLate('TypeError')],
      observeCompletion: [neverAnswers, failsUntilTooLate('TypeError'), fails('TypeError')],
    },
    holds: {
      activities: {
        observeCompose: ['timed out: schedule to close', 'failed: TypeError', 'completed: seen'],
        observeCompletion: ['timed out: schedule to close', 'failed: TypeError'],
        ...reportsAndWatches('unfinished'),
      },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
]
