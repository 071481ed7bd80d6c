import { z } from 'zod'
import { recordedJson } from '../../recorded/read.ts'

const recorded = z.object({ name: z.string(), message: z.looseObject({ topic: z.string() }) })

/** Messages that fedmsg carried from 2012 to 2019: the topic without its prefix, and the text of the body. */
export const recordedMessages = recordedJson('messages.json', z.array(recorded)).map(({ name, message }) => ({
  name,
  topic: message.topic.replace(/^org\.fedoraproject\.(?:prod|stg)\./, ''),
  body: JSON.stringify(message),
}))
