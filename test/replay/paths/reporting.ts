import { rawhideNight, silenceMs, type Path } from '../path.ts'
import { fails, neverAnswers } from '../steps.ts'
import { jobsAreScheduled, reports } from './usual-contents.ts'

/** Nights that cannot report: their run fails. */
export const reporting: readonly Path[] = [
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
