import type { MetricMeter } from '@temporalio/common'

/** What a worker tells of the bus. No label has the name of a compose or run: there is no end of those. */
export interface BusMetrics {
  /** A message, by what it is about and what came of it. */
  readonly count: (kind: string, outcome: string) => void
  readonly heard: (atMs: number) => void
  readonly up: (isUp: boolean) => void
}

/** Makes them; a process without metrics has a meter that does nothing. */
export function busMetrics(meter: MetricMeter): BusMetrics {
  const messages = meter.createCounter('nightjar_messages', '', 'Messages, by kind and what came of them')
  const up = meter.createGauge('nightjar_bus_up', 'int', '', 'Whether the bus is listened to')
  const last = meter.createGauge(
    'nightjar_last_message_timestamp_seconds',
    'int',
    '',
    'When the last message was heard',
  )
  up.set(0)
  return {
    count: (kind, outcome) => messages.add(1, { kind, outcome }),
    heard: (atMs) => last.set(Math.floor(atMs / 1000)),
    up: (isUp) => up.set(isUp ? 1 : 0),
  }
}
