import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Broker } from './broker.ts'
import { pythonPath } from './python-path.ts'

const heardSchema = z.object({
  class: z.string(),
  topic: z.string(),
  id: z.string(),
  summary: z.string(),
  text: z.string(),
  severity: z.number(),
  number: z.number(),
})

/** A message as Fedora's own library heard and validated it. */
export type Heard = z.infer<typeof heardSchema>

/**
 * Listens with Fedora's own library until it has heard some messages; `ready` when its queue is there.
 * @throws Error with what the library said, where a message is not valid
 */
export async function consumeAsFedora(broker: Broker, folder: string, count: number) {
  const file = join(folder, `consumer-${count}.toml`)
  const { url, ca, certificate, key } = broker.placeOf(broker.certificates.fedora)
  const queue = randomUUID()
  const lines = [
    `amqp_url = "${url}"`,
    'passive_declares = false',
    '[tls]',
    `ca_cert = "${ca}"`,
    `certfile = "${certificate}"`,
    `keyfile = "${key}"`,
    `[queues.${queue}]`,
    'durable = false\nauto_delete = true\nexclusive = true\narguments = {}',
    '[[bindings]]',
    `queue = "${queue}"\nexchange = "amq.topic"\nrouting_keys = ["#.nightjar.night.*"]`,
  ]
  await writeFile(file, lines.join('\n'))
  const script = fileURLToPath(new URL('consume.py', import.meta.url))
  const child = spawn('python3', [script, file, String(count)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: pythonPath },
  })
  const errors: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => errors.push(text))
  const heard: Heard[] = []
  createInterface(child.stdout).on('line', (line) => {
    if (line.startsWith('{')) heard.push(heardSchema.parse(JSON.parse(line)))
  })
  const ended = once(child, 'exit').then(([code]) => {
    if (code !== 0) throw new Error(`the consumer ended with ${code}:\n${errors.join('').slice(-3000)}`)
    return heard
  })
  return { queue, ended, stop: () => child.kill() }
}
