import { resolve } from 'node:path'
import { z } from 'zod'
import { someText, textLike } from '../config/tables/text-like.ts'

const file = someText('expected the path of a file')
const example = '"amqps://fedora:@host/%2Fpublic_pubsub"'

const brokerUrl = z
  .url({ protocol: /^amqps$/, error: `expected a URL such as ${example}` })
  .refine(
    (url) => (URL.parse(url)?.password ?? '') === '',
    'expected a URL without a password: the certificate says who we are',
  )
  .refine(
    (url) => ['', '?'].includes(URL.parse(url)?.search ?? '') && !url.includes('#'),
    `expected a URL without parameters, such as ${example}`,
  )

/** What all topics begin with. */
const topicPrefix = textLike(
  /^[\w-]+(?:\.[\w-]+)*$/,
  'expected words with dots such as "org.fedoraproject.prod"',
).default('org.fedoraproject.prod')

/** The bus of Fedora's messages. Without this table nobody listens to it. */
export const busSchema = z.strictObject({
  url: brokerUrl.default('amqps://fedora:@rabbitmq.fedoraproject.org/%2Fpublic_pubsub'),
  /** The authorities of the broker's certificate, our certificate and its key: files in PEM. */
  ca: file.default('/etc/fedora-messaging/cacert.pem'),
  certificate: file.default('/etc/fedora-messaging/fedora-cert.pem'),
  key: file.default('/etc/fedora-messaging/fedora-key.pem'),
  topic_prefix: topicPrefix,
})

/**
 * Where nights say what happens in them. Without this table they say nothing: the user of everybody's
 * certificate may not publish.
 */
export const publishSchema = z.strictObject({
  url: brokerUrl,
  ca: file,
  certificate: file,
  key: file,
  topic_prefix: topicPrefix,
})

/** What a night is started with where it is to say what happens in it. */
export function speaksBy({ publish }: { readonly publish?: unknown }): { readonly speaks?: true } {
  return publish === undefined ? {} : { speaks: true }
}

/** The same with absolute paths. */
export function busIn(home: string, bus: z.output<typeof busSchema>): z.output<typeof busSchema> {
  const { ca, certificate, key } = bus
  return {
    ...bus,
    ca: resolve(home, ca),
    certificate: resolve(home, certificate),
    key: resolve(home, key),
  }
}
