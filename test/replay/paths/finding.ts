import { oneLook, rawhideNight, shortLaps, type Path } from '../path.ts'
import { fails, failsUntilTooLate, neverAnswers, sees, seesNothing } from '../steps.ts'
import { compose } from '../usual-answers.ts'
import { delivers, jobsAreScheduled, reports } from './usual-contents.ts'

const respin = 'Fedora-Rawhide-20260510.n.1'
const found = (id: string) => sees({ kind: 'compose', compose: id } as const)
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
        ...reports('absent'),
      },
      children: delivers,
      run: { outcome: 'absent', verdict: 'absent' },
    },
  },
  {
    name: 'no-branched-release',
    start: rawhideNight(),
    script: { observeCompose: [sees({ kind: 'no-branched' } as const)] },
    holds: {
      activities: {
        observeCompose: ['completed: no-branched'],
        ...reports('neutral'),
      },
      children: delivers,
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
        observeCompose: ['completed: compose', 'completed: not-yet'],
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
        observeCompose: ['completed: compose', 'completed: not-yet'],
        observeCompletion: ['completed: dead'],
        ...reports('unfinished'),
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
        observeCompose: ['completed: compose', 'failed: NoRespins'],
        observeCompletion: ['completed: dead'],
        ...reports('unfinished'),
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
        observeCompose: ['completed: compose'],
        observeCompletion: ['completed: not-yet'],
        ...reports('unfinished'),
      },
      children: delivers,
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
        observeCompose: ['timed out: schedule to close', 'failed: TypeError', 'completed: compose'],
        observeCompletion: ['timed out: schedule to close', 'failed: TypeError'],
        ...reports('unfinished'),
      },
      children: delivers,
      run: { outcome: 'unfinished-compose', verdict: 'unfinished' },
    },
  },
]
