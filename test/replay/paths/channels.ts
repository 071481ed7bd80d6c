import { channelDelivery, rawhideNight, silenceMs, type Path } from '../path.ts'
import { answers, cancelsTheRun, fails, neverAnswers } from '../steps.ts'
import { sentOnChannel, written } from '../usual-answers.ts'
import { delivers, jobsAreScheduled, reports } from './usual-contents.ts'

const waits = answers(sentOnChannel('waiting'))
const isUnknown = answers(sentOnChannel('unknown'))

/** Reports that go out on channels other than mail. */
export const onChannels: readonly Path[] = [
  {
    name: 'report-on-two-channels',
    start: rawhideNight(),
    script: { composeReport: [answers({ ...written('tested'), channels: ['qa-hook', 'room'] })] },
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['completed: seen'], ...reports('passed') },
      posts: ['scheduled'],
      children: delivers,
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'channel-takes-it',
    start: channelDelivery(),
    script: {},
    holds: { activities: { sendOnChannel: ['completed: delivered'] }, run: 'completed' },
  },
  {
    name: 'channel-refuses-it-for-good',
    start: channelDelivery(),
    script: { sendOnChannel: [answers(sentOnChannel('refused'))] },
    holds: { activities: { sendOnChannel: ['completed: refused'] }, run: 'completed' },
  },
  {
    name: 'channel-puts-it-off-for-a-second',
    start: channelDelivery(),
    script: { sendOnChannel: [answers({ ...sentOnChannel('waiting'), retryAfterMs: 1000 }), waits] },
    holds: {
      activities: { sendOnChannel: ['completed: waiting', 'completed: delivered'] },
      run: 'completed',
    },
  },
  {
    name: 'channel-of-unknown-outcome-three-times',
    start: channelDelivery(),
    script: { sendOnChannel: [isUnknown, isUnknown, isUnknown] },
    holds: {
      activities: { sendOnChannel: ['completed: unknown', 'completed: delivered'] },
      run: 'completed',
    },
  },
  {
    name: 'channel-lost-with-its-worker-then-not-made',
    start: channelDelivery({ sendMs: silenceMs }),
    script: { sendOnChannel: [neverAnswers, fails('TypeError')] },
    holds: {
      activities: {
        sendOnChannel: ['timed out: start to close', 'failed: TypeError', 'completed: delivered'],
      },
      run: 'completed',
    },
  },
  {
    name: 'channel-cancelled',
    start: channelDelivery(),
    script: { sendOnChannel: [cancelsTheRun] },
    holds: { activities: { sendOnChannel: ['cancelled'] }, run: 'cancelled' },
  },
]
