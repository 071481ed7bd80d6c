import { defaultPayloadConverter } from '@temporalio/common'
import type { History, Payload } from '@temporalio/common/lib/proto-utils.js'
import { z } from 'zod'
import type { Fact } from './contents.ts'
import type { RecordedRun } from './recording.ts'

type Event = NonNullable<History['events']>[number]
type Failure = NonNullable<Event['activityTaskFailedEventAttributes']>['failure']
type EventId = Event['eventId']

/** Activities, children and updates that began and have not ended: their names by event number. */
type UnderWay = Map<string, string>

/** Every fact of a recording, each once, sorted. */
export function heldFacts({ history, answers }: RecordedRun): readonly Fact[] {
  const activities: UnderWay = new Map()
  const others: UnderWay = new Map()
  const facts = (history.events ?? []).flatMap((event) => [
    ...activityFacts(event, activities),
    ...messageFacts(event, activities, others),
    ...runFacts(event),
  ])
  const isClosed = facts.some((fact) => fact.startsWith('run '))
  const unended = [...activities.values()].map((name) => `activity ${name} without an end`)
  const queries = Object.keys(answers).map((name) => `query ${name}`)
  return [...new Set([...facts, ...unended, ...queries, ...(isClosed ? [] : ['run open'])])].toSorted()
}

function activityFacts(event: Event, underWay: UnderWay): readonly Fact[] {
  const {
    activityTaskScheduledEventAttributes: scheduled,
    activityTaskCompletedEventAttributes: completed,
    activityTaskFailedEventAttributes: failed,
    activityTaskTimedOutEventAttributes: timedOut,
    activityTaskCancelRequestedEventAttributes: cancelled,
  } = event
  if (scheduled) {
    underWay.set(String(event.eventId), scheduled.activityType?.name ?? '')
    return postFacts(scheduled.input?.payloads?.[0])
  }
  // Once its cancellation is asked for, the workflow does not hear of an activity again.
  const ends = [
    { of: completed, how: () => answerOf(completed?.result?.payloads?.[0]) },
    { of: failed, how: () => `failed: ${inWords(failed?.failure)}` },
    { of: timedOut, how: () => inWords(timedOut?.failure) },
    { of: cancelled, how: () => 'cancelled' },
  ]
  return ends.flatMap(({ of, how }) => {
    const name = of && take(underWay, of.scheduledEventId)
    return name === null || name === undefined ? [] : [`activity ${name} ${how()}`]
  })
}

function messageFacts(event: Event, activities: UnderWay, others: UnderWay): readonly Fact[] {
  const {
    workflowExecutionSignaledEventAttributes: signal,
    startChildWorkflowExecutionInitiatedEventAttributes: child,
    childWorkflowExecutionStartedEventAttributes: started,
    startChildWorkflowExecutionFailedEventAttributes: refused,
    workflowExecutionUpdateAcceptedEventAttributes: update,
    workflowExecutionUpdateCompletedEventAttributes: updated,
  } = event
  if (signal) {
    const names = activities.size === 0 ? ['nothing'] : activities.values()
    return [...names].map((name) => `signal ${signal.signalName ?? ''} while ${name}`)
  }
  if (child) others.set(String(event.eventId), child.workflowType?.name ?? '')
  if (update) others.set(String(event.eventId), update.acceptedRequest?.input?.name ?? '')
  if (started) return [`child ${take(others, started.initiatedEventId) ?? ''} started`]
  if (refused) return [`child ${take(others, refused.initiatedEventId) ?? ''} refused`]
  if (!updated) return []
  const how = updated.outcome?.failure ? 'failed' : 'completed'
  return [`update ${take(others, updated.acceptedEventId) ?? ''} ${how}`]
}

const resultSchema = z.object({ outcome: z.string(), verdict: z.string() })

function runFacts({
  workflowExecutionStartedEventAttributes: started,
  workflowExecutionCompletedEventAttributes: completed,
  workflowExecutionFailedEventAttributes: failed,
  workflowExecutionCanceledEventAttributes: cancelled,
}: Event): readonly Fact[] {
  if (started) return [`workflow ${started.workflowType?.name ?? ''}`]
  if (failed) return [`run failed: ${inWords(failed.failure)}`]
  if (cancelled) return ['run cancelled']
  if (!completed) return []
  const result = resultSchema.safeParse(valueOf(completed.result?.payloads?.[0]))
  return [result.success ? `run completed: ${result.data.outcome}, ${result.data.verdict}` : 'run completed']
}

const reportSchema = z.object({ posts: z.array(z.object({ kind: z.string() })) })

/** What became of the posts, where an activity is told of it. */
function postFacts(input: Payload | undefined): readonly Fact[] {
  const told = reportSchema.safeParse(valueOf(input))
  return told.success ? told.data.posts.map(({ kind }) => `post ${kind}`) : []
}

const answerSchema = z.union([
  z
    .object({ kind: z.literal('seen'), answer: z.object({ kind: z.string() }) })
    .transform(({ answer }) => answer.kind),
  z.object({ kind: z.string() }).transform(({ kind }) => kind),
  z.object({ verdict: z.string() }).transform(({ verdict }) => verdict),
  z
    .object({ recipients: z.tuple([z.object({ state: z.string() })], z.unknown()) })
    .transform(({ recipients: [first] }) => first.state),
])

function answerOf(result: Payload | undefined): string {
  const { data } = answerSchema.safeParse(valueOf(result))
  return data === undefined ? 'completed' : `completed: ${data}`
}

const timeouts = ['', 'start to close', 'schedule to start', 'schedule to close', 'heartbeat'] as const

/** The type of a failure; of a time-out which limit it was, and what failed before. */
function inWords(failure: Failure): string {
  const { applicationFailureInfo: own, timeoutFailureInfo: timeout, message, cause } = failure ?? {}
  if (own) return own.type ?? ''
  if (timeout) {
    const before = cause ? ` after ${inWords(cause)}` : ''
    return `timed out: ${timeouts[timeout.timeoutType ?? 0]}${before}`
  }
  return cause ? inWords(cause) : (message ?? '')
}

function valueOf(payload: Payload | undefined): unknown {
  return payload === undefined ? undefined : defaultPayloadConverter.fromPayload<unknown>(payload)
}

function take(underWay: UnderWay, id: EventId): string | null {
  const name = underWay.get(String(id)) ?? null
  underWay.delete(String(id))
  return name
}
