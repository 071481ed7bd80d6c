import { NativeConnection } from '@temporalio/worker'
import { describe, inject, test } from 'vitest'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { DeliveryProgress } from '../../workflows/delivery/delivery-state.ts'
import { withWebhook } from '../activities/channels/webhook-stage.ts'
import { stubServer } from '../clients/stub-server.ts'
import { ownWorker } from '../night/own-worker.ts'
import { setSmallStage } from '../night/small-stage.ts'
import { workflowBundle } from '../night/stage.ts'
import { soon } from '../night/unhurried.ts'

describe('a channel', () => {
  test('that never answers holds up neither the mail nor another channel, and gets the same id at each try', async ({
    expect,
  }) => {
    await using dead = await stubServer(() => {})
    let offers = 0
    await using busy = await stubServer((response) => {
      response.writeHead(++offers < 3 ? 503 : 204).end()
    })
    const patience = { call: '4 min', act: '5 min', send: '5 s' }
    await using stage = await setSmallStage([], { taskQueue: 'channels', guard: () => null, patience })
    const { webhook, ...rest } = await withWebhook(stage, dead.url)
    const settings = {
      ...rest,
      webhook: [...webhook, ...webhook.map((each) => ({ ...each, name: 'busy', url: busy.url }))],
    }
    const address = inject('temporalAddress')
    const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
    const connection = await NativeConnection.connect({ address })
    const worker = await ownWorker(connection, { settings, archive: stage.archive }, workflowBundle())
    const night = { stream: 'rawhide', date: '2026-08-27' } as const
    const limits = { ...settings.patience, find: soon, settleMs: 1000, deliverMs: 30_000 }
    const run = 'nightly/rawhide/2026-08-27'
    const ended = (name: string): Promise<DeliveryProgress> =>
      client.workflow.getHandle(`delivery/${run}/1/${name}`).result()

    const [result, taken, never] = await worker.runUntil(async () => {
      await startNight(client, { night, patience: limits, taskQueue: settings.task_queue })
      return [await awaitNight(client, run), await ended('busy'), await ended('qa-hook')]
    })
    await Promise.all([client.connection.close(), connection.close()])

    expect(result).toMatchObject({ verdict: 'absent', delivery: `delivery/${run}/1/mail` })
    expect(stage.lab.inbox.deliveries()).toHaveLength(1)
    expect(taken).toMatchObject({ tries: 3, recipients: [{ recipient: 'busy', state: 'delivered' }] })
    expect(never).toMatchObject({ recipients: [{ recipient: 'qa-hook', state: 'unknown' }] })
    expect(never.tries).toBeGreaterThan(2)
    for (const { arrived } of [dead, busy])
      expect(
        new Set(arrived.map(({ headers, body }) => `${String(headers['webhook-id'])} ${body}`)).size,
      ).toBe(1)
    expect(await stage.archive.deliveriesOf(run)).toMatchObject([
      { channel: 'busy', state: 'delivered', attempts: 3 },
      { channel: 'mail', state: 'delivered', attempts: 1 },
      { channel: 'qa-hook', state: 'unknown' },
    ])
  })
})
