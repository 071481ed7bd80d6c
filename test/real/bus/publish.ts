import { spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Broker } from './broker.ts'
import { pythonPath } from './python-path.ts'

/** Publishes as Fedora's services do, with their library. */
export async function publishAsFedora(
  broker: Broker,
  messages: readonly { readonly topic: string; readonly body: object }[],
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-publisher-'))
  const { url, ca, certificate, key } = broker.placeOf(broker.certificates.publisher)
  const file = join(folder, 'config.toml')
  const lines = [
    `amqp_url = "${url}"`,
    'publish_exchange = "amq.topic"',
    'passive_declares = true',
    '[tls]',
    `ca_cert = "${ca}"`,
    `certfile = "${certificate}"`,
    `keyfile = "${key}"`,
    '[client_properties]',
    'app = "tests of Nightjar"',
  ]
  await writeFile(file, lines.join('\n'))
  const script = fileURLToPath(new URL('publish.py', import.meta.url))
  const input = messages.map((each) => `${JSON.stringify(each)}\n`).join('')
  const env = { ...process.env, PYTHONPATH: pythonPath }
  const options = { input, env, encoding: 'utf8', timeout: 60_000 } as const
  const { status, stderr } = spawnSync('python3', [script, file], options)
  await rm(folder, { recursive: true })
  if (status !== 0) throw new Error(`the message was not published:\n${stderr}`)
}
