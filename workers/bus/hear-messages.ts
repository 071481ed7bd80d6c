import type { Client } from '@temporalio/client'
import { readMessage } from '../../compose/messages/read-message.ts'
import type { Settings } from '../config/config.ts'
import type { BusMetrics } from './bus-metrics.ts'
import { messageDesk, type MessageDeskParts } from './message-desk.ts'
import { nudgeRun } from './nudge-run.ts'
import { openRuns } from './open-runs.ts'
import { whoLooks } from './who-looks.ts'

/** What is done with messages: runs that wait for what they tell look at once. */
export interface MessageHearing {
  /** A message; the body is null where it was too large to be read. */
  take(topic: string, body: string | null): void
  stop(): Promise<void>
}

/** What messages are heard with. */
export interface MessageParts {
  readonly client: Client
  readonly settings: Pick<Settings, 'streams' | 'task_queue'>
  readonly topicPrefix: string
  readonly metrics: Pick<BusMetrics, 'heard' | 'count'>
}

/** A run looks at most once a minute. */
const usual = { foldMs: 60_000, listMs: 2000 }

/** Hears messages. It starts no run, and only shortens waits. */
export function hearMessages(
  { client, settings, topicPrefix, metrics }: MessageParts,
  times: Pick<MessageDeskParts, 'foldMs' | 'listMs'> = usual,
): MessageHearing {
  const desk = messageDesk({
    ...times,
    open: () => openRuns(client, settings.task_queue),
    whoLooks: (change, runs) => whoLooks(change, runs, settings),
    nudge: (run, how) => nudgeRun(client, run, how),
    count: metrics.count,
  })
  const start = `${topicPrefix}.`
  return {
    take(topic, body) {
      metrics.heard(Date.now())
      if (body === null) return metrics.count('unknown', 'too large')
      const { about, heard } = readMessage(topic.startsWith(start) ? topic.slice(start.length) : '', body)
      if (typeof heard === 'string') metrics.count(about, heard)
      else desk.tell(heard)
    },
    stop: () => desk.stop(),
  }
}
