import { rawhideNight, silenceMs, type Path } from '../path.ts'
import { answers, fails, neverAnswers } from '../steps.ts'
import { written } from '../usual-answers.ts'
import { jobsAreScheduled, reports } from './usual-contents.ts'

/** The report of a night whose archive is away. */
const unrecorded = { ...written('tested'), recorded: false }

/** Nights whose report is late in the archive, or cannot be written or delivered. */
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
      },
      posts: ['scheduled'],
      run: 'failed: ArchiveIsAway',
    },
  },
  {
    name: 'report-not-delivered',
    start: rawhideNight({ deliverMs: silenceMs }),
    script: { deliverReport: [neverAnswers] },
    holds: {
      activities: {
        ...jobsAreScheduled,
        observeJobs: ['completed: seen'],
        ...reports('passed'),
        deliverReport: ['timed out: schedule to close'],
      },
      posts: ['scheduled'],
      run: 'failed: timed out: schedule to close',
    },
  },
]
