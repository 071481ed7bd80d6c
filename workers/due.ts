import type { Night } from '../compose/naming/night.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { dueMs, type DueTimes } from '../compose/streams/due-times.ts'
import { nightAt } from '../compose/streams/due-window.ts'
import type { Settings } from './config/config.ts'
import { findStream } from './config/streams.ts'

type Streams = Pick<Settings, 'streams'>

/** When a stream is due by the configuration; at midnight in UTC, where that no longer has the stream. */
export function timesOf(settings: Streams, stream: Stream): DueTimes {
  const { at = ['00:00'], zone = 'UTC' } = findStream(settings, stream) ?? {}
  return { at, zone }
}

/** When a night is due by the configuration; ISO. */
export function dueOf(settings: Streams, night: Night): string {
  return new Date(dueMs(timesOf(settings, night.stream), night)).toISOString()
}

/** The night of a stream that a moment is in: of its date, or of the due window that is open then. */
export function nightOfMoment(settings: Streams, stream: Stream, ms: number): Night {
  return nightAt(stream, timesOf(settings, stream), ms)
}
