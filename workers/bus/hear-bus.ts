import { Client } from '@temporalio/client'
import type { MetricMeter } from '@temporalio/common'
import type { NativeConnection } from '@temporalio/worker'
import { listenToBus, type HeldBus } from '../../clients/bus/bus.ts'
import { topicsBelow } from '../../compose/messages/read-message.ts'
import { dataConverterOf } from '../codec/data-converter.ts'
import type { Settings } from '../config/config.ts'
import type { TemporalPlace } from '../temporal/temporal.ts'
import { busMetrics } from './bus-metrics.ts'
import { clientProperties } from './client-properties.ts'
import { hearMessages } from './hear-messages.ts'

/** What a worker process hears the bus with. */
export interface BusParts {
  readonly settings: Settings
  readonly connection: NativeConnection
  readonly place: Pick<TemporalPlace, 'namespace' | 'codec'>
  readonly meter: MetricMeter
  readonly say: (line: string) => void
}

/** Listens to the bus; null where none is configured. Without it everything happens the same, but later. */
export function hearBus({ settings, connection, place, meter, say }: BusParts): HeldBus | null {
  const { bus } = settings
  if (bus === undefined) return null
  const { namespace, codec = [] } = place
  const client = new Client({ connection, namespace, dataConverter: dataConverterOf(codec) })
  const metrics = busMetrics(meter)
  const messages = hearMessages({ client, settings, topicPrefix: bus.topic_prefix, metrics })
  let lastSaid = ''
  const tell = (isUp: boolean, line: string) => {
    metrics.up(isUp)
    if (line !== lastSaid) say(line)
    lastSaid = line
  }
  const listening = listenToBus(
    { place: bus, topics: topicsBelow(bus.topic_prefix), client: clientProperties() },
    {
      take: (topic, body) => messages.take(topic, body),
      connected: () => tell(true, `bus: listening at ${new URL(bus.url).host}`),
      lost: (why) => tell(false, `bus: not listening, so nights only poll: ${why}`),
    },
  )
  return {
    async stop() {
      await Promise.all([listening.stop(), messages.stop()])
    },
  }
}
