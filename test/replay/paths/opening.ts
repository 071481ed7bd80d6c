import { composeChanged } from '../../../workflows/waiting/nudge.ts'
import { hourlyOpener, opener, rawhideNight, respinsOf, type Path } from '../path.ts'
import { answers, fails, neverAnswers, sees, signals } from '../steps.ts'
import { compose } from '../usual-answers.ts'

/** Runs that open a night, or the run of a respin. */
export const opening: readonly Path[] = [
  {
    name: 'night-opened-by-its-schedule',
    start: opener('2026-05-11T05:15:00Z'),
    script: {},
    holds: { children: { nightly: ['started'] }, run: 'completed' },
  },
  {
    name: 'night-opened-by-hand',
    start: opener(null),
    script: {},
    holds: { children: { nightly: ['started'] }, run: 'completed' },
  },
  {
    name: 'night-of-a-due-window-opened-by-its-schedule',
    start: hourlyOpener('2026-05-11T14:00:00Z'),
    script: {},
    holds: { children: { nightly: ['started'] }, run: 'completed' },
  },
  {
    name: 'night-open-already',
    start: opener('2026-05-12T05:15:00Z', { stream: 'rawhide', date: '2026-05-12' }),
    script: {},
    holds: {
      activities: { nightNow: ['completed: none yet'] },
      children: { nightly: ['refused'] },
      run: 'completed',
    },
  },
  {
    name: 'night-ended-already',
    start: opener('2026-05-13T05:15:00Z', { stream: 'rawhide', date: '2026-05-13' }),
    script: {
      nightNow: [
        answers({ isRunning: false, stage: 'over', verdict: 'broken', endedAt: '2026-05-13T09:10:00.000Z' }),
      ],
    },
    holds: {
      activities: { nightNow: ['completed: broken'] },
      children: { nightly: ['refused'] },
      run: 'failed: Ended',
    },
  },
  {
    name: 'night-of-which-nobody-knows-how-it-stands',
    start: opener('2026-05-14T05:15:00Z', { stream: 'rawhide', date: '2026-05-14' }),
    script: { nightNow: [fails('TemporalIsAway')] },
    holds: {
      activities: { nightNow: ['failed: TemporalIsAway'] },
      children: { nightly: ['refused'] },
      run: 'completed',
    },
  },
  {
    name: 'reported-night-started-once-more',
    start: rawhideNight(),
    script: { reportedBefore: [answers({ verdict: 'passed', at: '2026-05-10T09:10:00.000Z' })] },
    holds: { activities: { reportedBefore: ['completed: passed'] }, run: 'failed: Ended' },
  },
  {
    name: 'respin-after-the-night-has-its-compose',
    start: respinsOf(compose),
    script: {
      observeRespin: [
        signals(composeChanged, neverAnswers),
        sees({ compose: 'Fedora-Rawhide-20260510.n.1' }),
      ],
    },
    holds: {
      activities: { observeRespin: ['cancelled', 'completed: seen', 'completed: not-yet'] },
      signals: { composeChanged: ['observeRespin'] },
      children: { nightly: ['started'] },
      run: 'completed',
    },
  },
  {
    name: 'composes-without-respins',
    start: respinsOf('Rawhide__20150820'),
    script: { observeRespin: [fails('NoRespins')] },
    holds: { activities: { observeRespin: ['failed: NoRespins'] }, run: 'completed' },
  },
]
