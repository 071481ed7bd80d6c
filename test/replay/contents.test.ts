import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js'
import { describe, expect, test } from 'vitest'
import { differences, factsOf } from './contents.ts'
import { heldFacts } from './held-facts.ts'
import { paths } from './paths.ts'
import { readRecording } from './recording.ts'

/** The facts of a history of some events, by the names of their attributes. */
function factsIn(...events: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  const numbered = events.map((event, at) => ({ eventId: String(at + 1), ...event }))
  const facts = heldFacts({ history: historyFromJSON({ events: numbered }), answers: {} })
  return facts.filter((fact) => fact !== 'run open')
}

function updateEnded(outcome: object) {
  return { workflowExecutionUpdateCompletedEventAttributes: { acceptedEventId: '1', outcome } }
}

const scheduled = { activityTaskScheduledEventAttributes: { activityType: { name: 'observePost' } } }

describe('what a history holds', () => {
  test('is an update with how it ended', () => {
    const accepted = {
      workflowExecutionUpdateAcceptedEventAttributes: { acceptedRequest: { input: { name: 'rerun' } } },
    }

    expect(factsIn(accepted, updateEnded({ success: {} }))).toEqual(['update rerun completed'])
    expect(factsIn(accepted, updateEnded({ failure: { message: 'no' } }))).toEqual(['update rerun failed'])
  })

  test('is an activity that has no end', () => {
    expect(factsIn(scheduled)).toEqual(['activity observePost without an end'])
  })

  test('is the time limit that an activity met, and what failed before', () => {
    const failure = {
      timeoutFailureInfo: { timeoutType: 'TIMEOUT_TYPE_SCHEDULE_TO_CLOSE' },
      cause: { applicationFailureInfo: { type: 'NotYet' } },
    }
    const timedOut = { activityTaskTimedOutEventAttributes: { scheduledEventId: '1', failure } }

    expect(factsIn(scheduled, timedOut)).toEqual([
      'activity observePost timed out: schedule to close after NotYet',
    ])
  })

  test('of an activity whose cancellation was asked for is nothing that came later', () => {
    const cancelled = { activityTaskCancelRequestedEventAttributes: { scheduledEventId: '1' } }
    const completed = { activityTaskCompletedEventAttributes: { scheduledEventId: '1' } }

    expect(factsIn(scheduled, cancelled, completed)).toEqual(['activity observePost cancelled'])
  })

  test('of a signal is that nothing was under way', () => {
    const signal = { workflowExecutionSignaledEventAttributes: { signalName: 'composeChanged' } }

    expect(factsIn(signal)).toEqual(['signal composeChanged while nothing'])
  })
})

describe('a history that is otherwise than its path', () => {
  test('is told by what it does not hold, and by what nobody stated', async () => {
    const stated = paths.find(({ name }) => name === 'posts-unknown-at-the-deadline')
    const other = await readRecording('posts-not-made-again-after-the-deadline')

    expect(differences('X', stated ? factsOf('nightly', stated.holds) : [], heldFacts(other))).toEqual([
      'the history of X does not hold: activity schedulePost failed: UnknownOutcome',
      'the history of X does not hold: activity observePost completed: not-yet',
      'the history of X holds what the path does not state: activity observePost completed: nothing',
      'the history of X holds what the path does not state: activity schedulePost failed: NotPosted',
    ])
  })
})
