import { messagesOf, rawhideNight, silenceMs, type Path } from '../path.ts'
import { answers, cancelsTheRun, fails, neverAnswers } from '../steps.ts'
import { delivers, jobsAreScheduled, reports } from './usual-contents.ts'

const refused = answers({ kind: 'refused', why: '403' } as const)
const notYet = answers({ kind: 'not-yet', why: 'it does not answer' } as const)

/** The night said that no more comes, before the first message was sent. */
const ends = { said: ['nothing'] } as const

/** What nights say on the message bus. */
export const onTheBus: readonly Path[] = [
  {
    name: 'night-that-says-what-happens',
    start: { ...rawhideNight(), input: { ...rawhideNight().input, speaks: true } },
    script: {},
    holds: {
      activities: { ...jobsAreScheduled, observeJobs: ['completed: seen'], ...reports('passed') },
      posts: ['scheduled'],
      children: { ...delivers, messages: ['started'] },
      run: { outcome: 'tested', verdict: 'passed' },
    },
  },
  {
    name: 'message-sent-and-no-more-comes',
    start: messagesOf(),
    script: {},
    holds: { activities: { publishMessage: ['completed: sent'] }, signals: ends, run: 'completed' },
  },
  {
    name: 'message-refused-for-good',
    start: messagesOf(),
    script: { publishMessage: [refused] },
    holds: { activities: { publishMessage: ['completed: refused'] }, signals: ends, run: 'completed' },
  },
  {
    name: 'message-not-taken-twice-then-sent',
    start: messagesOf(),
    script: { publishMessage: [notYet, notYet] },
    holds: {
      activities: { publishMessage: ['completed: not-yet', 'completed: sent'] },
      signals: ends,
      run: 'completed',
    },
  },
  {
    name: 'message-given-up-when-its-time-is-over',
    start: messagesOf({ deliverMs: 1500 }),
    script: { publishMessage: [notYet, notYet] },
    holds: { activities: { publishMessage: ['completed: not-yet'] }, signals: ends, run: 'completed' },
  },
  {
    name: 'message-lost-with-its-worker-then-not-made',
    start: messagesOf({ sendMs: silenceMs }),
    script: { publishMessage: [neverAnswers, fails('TypeError')] },
    holds: {
      activities: {
        publishMessage: ['timed out: start to close', 'failed: TypeError', 'completed: sent'],
      },
      signals: ends,
      run: 'completed',
    },
  },
  {
    name: 'messages-cancelled',
    start: messagesOf(),
    script: { publishMessage: [cancelsTheRun] },
    holds: { activities: { publishMessage: ['cancelled'] }, signals: ends, run: 'cancelled' },
  },
]
