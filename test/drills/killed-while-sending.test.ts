import { appendFile, chmod, readFile, writeFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { loadConfig } from '../../workers/config/config.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { DeliveryProgress } from '../../workflows/delivery/delivery-state.ts'
import { secret } from '../activities/channels/webhook-stage.ts'
import { stubServer, type Arrived } from '../clients/stub-server.ts'
import { setSmallStage } from '../night/small-stage.ts'
import { soon } from '../night/unhurried.ts'
import { superviseWorker } from './supervise-worker.ts'

/** A program that kills the worker: in its first run before it did anything, in its second after. */
const program = `#!/bin/sh
echo "$NIGHTJAR_DELIVERY_ID $(sha256sum)" >>"$1"
runs=$(wc -l <"$1")
[ "$runs" -gt 2 ] || kill -9 $PPID
echo taken
`

function idsOf(arrived: readonly Arrived[]): readonly string[] {
  return arrived.map(({ headers, target, body }) => `${String(headers['webhook-id'] ?? target)} ${body}`)
}

test('a worker that is killed around each send loses none, and every repeat has the same id', async () => {
  const workers: { kill(): void }[] = []
  /** Kills the worker at the first request, which is not taken, and at the second, which is. */
  const answering = (take: (response: ServerResponse) => void) => {
    let requests = 0
    return (response: ServerResponse): void => {
      requests += 1
      // Killed before the answer leaves: on a busy machine a worker could tell of it meanwhile.
      if (requests < 3) workers[0]?.kill()
      if (requests > 1) take(response)
    }
  }
  await using hook = await stubServer(answering((response) => void response.writeHead(204).end()))
  await using room = await stubServer(answering((response) => void response.end('{"event_id":"$1"}')))
  const patience = { call: '6 s', act: '6 s', send: '30 s' }
  await using stage = await setSmallStage([], { taskQueue: 'killed-sends', guard: () => null, patience })
  const { file, archive } = stage
  const { folder } = stage.settings
  const at = (name: string) => join(folder, name)
  await Promise.all([
    writeFile(at('secret'), secret),
    writeFile(at('token'), 'a-token'),
    writeFile(at('tell'), program),
  ])
  await chmod(at('tell'), 0o755)
  await appendFile(
    file,
    `
[[webhook]]
name = "hook"
url = "${hook.url}"
secret_file = "${at('secret')}"
[[matrix]]
name = "room"
homeserver = "${room.url}"
room = "!a:b"
token_file = "${at('token')}"
[[command]]
name = "tell"
run = ["${at('tell')}", "${at('told')}"]
[atom]
folder = "${folder}"
`,
  )
  const settings = loadConfig(file)
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const night = { stream: 'rawhide', date: '2026-08-29' } as const
  const run = 'nightly/rawhide/2026-08-29'
  const limits = { ...settings.patience, callMs: 6000, find: soon, settleMs: 500, deliverMs: 600_000 }
  const supervised = superviseWorker(file, address)
  workers.push(supervised)

  await startNight(client, { night, patience: limits, taskQueue: settings.task_queue })
  await client.workflow.getHandle(run).result()
  const ends = await Promise.all(
    ['hook', 'room', 'tell', 'atom'].map((name): Promise<DeliveryProgress> =>
      client.workflow.getHandle(`delivery/${run}/1/${name}`).result(),
    ),
  )
  await supervised.stop()
  await client.connection.close()

  // Twice for each of three channels, which may fall together.
  expect(supervised.kills()).toBeGreaterThanOrEqual(2)
  expect(ends.map(({ recipients }) => recipients?.map(({ state }) => state))).toEqual(
    Array.from({ length: 4 }, () => ['delivered']),
  )
  for (const { arrived } of [hook, room]) {
    expect(arrived.length).toBeGreaterThan(2)
    expect(new Set(idsOf(arrived)).size).toBe(1)
  }
  const runs = (await readFile(at('told'), 'utf8')).trim().split('\n')
  expect(runs.length).toBeGreaterThan(2)
  expect(new Set(runs).size).toBe(1)
  // A mail has no id that its server would know: after two lost tries nobody sends it again.
  expect(stage.lab.inbox.mails().length).toBeLessThanOrEqual(1)
  expect(await readFile(at('all.atom'), 'utf8')).toContain(`${run}/1</id>`)
  const noted = (await archive.deliveriesOf(run)).filter(({ channel }) => channel !== 'mail')
  expect(noted.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
    'atom delivered',
    'hook delivered',
    'room delivered',
    'tell delivered',
  ])
})
