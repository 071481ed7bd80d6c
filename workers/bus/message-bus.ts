import type { MessageBus } from '../../activities/messages/message-bus.ts'
import { publishToBus } from '../../clients/bus/publish.ts'
import type { Settings } from '../config/config.ts'
import { clientProperties } from './client-properties.ts'

/** The way on which nights say what happens in them; null if none is configured. */
export function messageBusOf({ publish }: Pick<Settings, 'publish'>): MessageBus | null {
  if (publish === undefined) return null
  const { topic_prefix: topicPrefix, ...place } = publish
  const writer = { place, client: clientProperties() }
  return {
    topicPrefix,
    async publish({ topic, headers, body }, id, signal) {
      await publishToBus(writer, { id, topic, headers, body: JSON.stringify(body) }, signal)
    },
  }
}
