import { rawhideNight, silenceMs, soonOver, type Path } from '../path.ts'
import { answers, cancelsTheRunAnd, fails, neverAnswers } from '../steps.ts'
import { written } from '../usual-answers.ts'
import {
  composeIsComplete,
  delivers,
  jobsAreScheduled,
  reports,
  saysUnreported,
  watchesRespins,
} from './usual-contents.ts'

/** The report of a night whose archive is away. */
const unrecorded = { ...written('tested'), recorded: false }

/** Nights whose report is late in the archive, cannot be written, or was delivered before. */
export const reporting: readonly Path[] = [
  {
    name: 'report-recorded-late',
    start: rawhideNight(),
    script: { composeReport: [answers(unrecorded)] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        ...reports('passed'),
        recordReport: ['completed: passed'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-never-recorded',
    start: rawhideNight(),
    script: { composeReport: [answers(unrecorded)], recordReport: [fails('ArchiveAway')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        ...reports('passed'),
        recordReport: ['failed: ArchiveAway'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-not-written',
    start: rawhideNight(),
    script: { composeReport: [fails('ArchiveIsAway')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        composeReport: ['failed: ArchiveIsAway'],
        ...saysUnreported,
      },
      posts: ['scheduled'],
      children: watchesRespins,
      run: 'failed: ArchiveIsAway',
    },
  },
  {
    name: 'nobody-planned-nor-wrote-the-report-in-time',
    start: rawhideNight({ schedule: soonOver, callMs: silenceMs, deliverMs: silenceMs }),
    script: { planCompose: [neverAnswers], composeReport: [neverAnswers] },
    holds: {
      activities: {
        ...composeIsComplete,
        planCompose: ['timed out: schedule to close', 'completed: post'],
        schedulePost: ['completed: scheduled'],
        observeJobs: ['completed: seen'],
        composeReport: ['timed out: schedule to close', 'completed: passed'],
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'unreported-and-the-archive-away',
    start: rawhideNight(),
    script: { composeReport: [fails('ArchiveIsAway')], closeUnreported: [fails('ArchiveAway')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        composeReport: ['failed: ArchiveIsAway'],
        closeUnreported: ['failed: ArchiveAway'],
      },
      posts: ['scheduled'],
      children: watchesRespins,
      run: 'failed: ArchiveIsAway',
    },
  },
  {
    name: 'cancelled-while-the-report-is-written',
    start: rawhideNight(),
    script: { composeReport: [cancelsTheRunAnd(answers(written('tested')))] },
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['completed: seen'], composeReport: ['cancelled'] },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'nobody-knows-whether-it-reported-before',
    start: rawhideNight(),
    script: { reportedBefore: [fails('ArchiveIsAway')] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        reportedBefore: ['failed: ArchiveIsAway'],
        observeJobs: ['completed: seen'],
        ...reports('passed'),
      },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'report-delivered-before',
    start: { ...rawhideNight(), delivered: true },
    script: {},
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['completed: seen'], ...reports('passed') },
      posts: ['scheduled'],
      children: { delivery: ['refused'], ...watchesRespins },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
]
