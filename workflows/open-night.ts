import { workflowInfo } from '@temporalio/workflow'
import { dateOfNight, nightId } from '../compose/naming/night.ts'
import type { Stream } from '../compose/naming/stream.ts'
import type { DueTimes } from '../compose/streams/due-times.ts'
import { nightAt } from '../compose/streams/due-window.ts'
import { now } from './now.ts'
import { readDue, readPatience, readSpeaks, readStream } from './night-input.ts'
import { nightly } from './nightly.ts'
import type { Patience } from './patience.ts'
import { startedBefore } from './second-time.ts'
import { startOnce } from './start-once.ts'

/**
 * What a Schedule starts. It starts the night of its due time, which may have passed, and ends at once. So no
 * night waits for the one before it, and a night has the same id whoever starts it.
 * @throws ApplicationFailure `Ended`, final, if that night has ended: a person who triggers it learns how
 */
export async function openNight(input: {
  readonly stream: Stream
  readonly patience?: Partial<Patience>
  /** Where it has several due hours a day: these. A person may trigger a Schedule at any time. */
  readonly due?: DueTimes
  readonly speaks?: boolean
}): Promise<string> {
  const stream = readStream(input.stream, 'stream')
  const patience = readPatience(input.patience)
  const speaks = readSpeaks(input.speaks)
  const night = nightAt(stream, readDue(input.due), dueTime().getTime())
  const workflowId = nightId(night)
  const started = await startOnce(nightly, {
    workflowId,
    args: [{ night, patience, ...speaks }],
    staticSummary: `${stream} ${dateOfNight(night)}`,
  })
  return started ? `opened ${workflowId}` : await startedBefore(workflowId, patience)
}

function dueTime(): Date {
  const due = workflowInfo().typedSearchAttributes.get({
    name: 'TemporalScheduledStartTime',
    type: 'DATETIME',
  })
  return due ?? new Date(now())
}
