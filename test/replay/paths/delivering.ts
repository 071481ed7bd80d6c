import { deliveryOf, silenceMs, type Path } from '../path.ts'
import { answers, cancelsTheRun, fails, neverAnswers } from '../steps.ts'
import { sent } from '../usual-answers.ts'

const waits = answers(sent('waiting'))
const isUnknown = answers(sent('unknown'))

/** Deliveries of a report, which each end as told by their last try. */
export const delivering: readonly Path[] = [
  {
    name: 'mail-taken',
    start: deliveryOf(),
    script: {},
    holds: { activities: { sendReport: ['completed: delivered'] }, run: 'completed' },
  },
  {
    name: 'mail-refused-for-good',
    start: deliveryOf(),
    script: { sendReport: [answers(sent('refused'))] },
    holds: { activities: { sendReport: ['completed: refused'] }, run: 'completed' },
  },
  {
    name: 'mail-put-off-twice',
    start: deliveryOf(),
    script: { sendReport: [waits, waits] },
    holds: { activities: { sendReport: ['completed: waiting', 'completed: delivered'] }, run: 'completed' },
  },
  {
    name: 'mail-put-off-until-too-late',
    start: deliveryOf({ deliverMs: 50 }),
    script: { sendReport: [waits] },
    holds: { activities: { sendReport: ['completed: waiting'] }, run: 'completed' },
  },
  {
    name: 'mail-of-unknown-outcome-twice',
    start: deliveryOf(),
    script: { sendReport: [isUnknown, isUnknown] },
    holds: { activities: { sendReport: ['completed: unknown'] }, run: 'completed' },
  },
  {
    name: 'mail-lost-with-its-worker-twice',
    start: deliveryOf({ sendMs: silenceMs }),
    script: { sendReport: [neverAnswers, neverAnswers] },
    holds: { activities: { sendReport: ['timed out: start to close'] }, run: 'completed' },
  },
  {
    name: 'mail-that-cannot-be-made-at-first',
    start: deliveryOf(),
    script: { sendReport: [fails('TypeError'), waits, fails('TypeError')] },
    holds: {
      activities: { sendReport: ['failed: TypeError', 'completed: waiting', 'completed: delivered'] },
      run: 'completed',
    },
  },
  {
    name: 'mail-cancelled',
    start: deliveryOf(),
    script: { sendReport: [cancelsTheRun] },
    holds: { activities: { sendReport: ['cancelled'] }, run: 'cancelled' },
  },
]
