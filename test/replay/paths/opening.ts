import { opener, type Path } from '../path.ts'

/** Runs that open a night. */
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
    name: 'night-open-already',
    start: opener('2026-05-12T05:15:00Z', { stream: 'rawhide', date: '2026-05-12' }),
    script: {},
    holds: { children: { nightly: ['refused'] }, run: 'completed' },
  },
]
