import { setTimeout as sleep } from 'node:timers/promises'
import { NativeConnection } from '@temporalio/worker'
import { describe, inject, test } from 'vitest'
import type { NightResult } from '../../workflows/night-run.ts'
import type { Guard, Spoil } from '../../lab/gates/spoil.ts'
import { awaitNight } from '../../workers/await-night.ts'
import type { Settings } from '../../workers/config/config.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { DeliveryProgress } from '../../workflows/delivery/delivery-state.ts'
import { choosyServer, refusal } from '../clients/mail/choosy-server.ts'
import { ownWorker } from '../night/own-worker.ts'
import { setSmallStage, type SmallStage } from '../night/small-stage.ts'
import { workflowBundle } from '../night/stage.ts'
import { soon } from '../night/unhurried.ts'

const limits = { call: '4 min', act: '5 min' }

/** What happens to each mail. */
function mails(spoil: Spoil): Guard {
  return ({ service }) => (service === 'smtp' ? spoil : null)
}

/** Plays a night without a compose to the end of its delivery. */
async function play(
  { archive, ...stage }: SmallStage,
  date: string,
  settings: Settings = stage.settings,
): Promise<NightResult & { readonly delivered: DeliveryProgress }> {
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const connection = await NativeConnection.connect({ address })
  const worker = await ownWorker(connection, { settings, archive }, workflowBundle())
  const night = { stream: 'rawhide', date } as const
  const patience = { ...settings.patience, find: soon, settleMs: 5000 }
  const result = await worker.runUntil(async () => {
    const { workflowId } = await startNight(client, { night, patience, taskQueue: settings.task_queue })
    const ended = await awaitNight(client, workflowId)
    const delivered: DeliveryProgress = await client.workflow.getHandle(ended.delivery ?? '').result()
    return { ...ended, delivered }
  })
  await Promise.all([client.connection.close(), connection.close()])
  return result
}

describe.concurrent('a mail server', () => {
  test('that never answers the end of the mail gets two copies, and the night is over all the same', async ({
    expect,
  }) => {
    const guard = mails({ when: 'after', how: 'hang' })
    const patience = { ...limits, send: '5 s' }
    await using stage = await setSmallStage([], { taskQueue: 'silent-mail-server', guard, patience })

    const { delivered, ...result } = await play(stage, '2026-08-20')

    expect(result).toMatchObject({
      verdict: 'absent',
      edition: 1,
      delivery: 'delivery/nightly/rawhide/2026-08-20/1/mail',
    })
    expect(delivered).toMatchObject({ tries: 2, unknownTries: 2, recipients: [{ state: 'unknown' }] })
    expect(stage.lab.inbox.deliveries()).toHaveLength(2)
    expect(stage.lab.inbox.mails()).toHaveLength(1)
    expect(await stage.archive.deliveriesOf('nightly/rawhide/2026-08-20')).toMatchObject([
      { state: 'unknown', attempts: 2 },
    ])
  })

  test('that takes its time for the answer to the end of the mail gets one copy', async ({ expect }) => {
    const guard = mails({ when: 'after', how: 'answer', meanwhile: () => sleep(20_000) })
    const patience = { ...limits, send: '5 min' }
    await using stage = await setSmallStage([], { taskQueue: 'slow-mail-server', guard, patience })

    const { delivered } = await play(stage, '2026-08-24')

    expect(delivered).toMatchObject({ tries: 1, unknownTries: 0, recipients: [{ state: 'delivered' }] })
    expect(stage.lab.inbox.deliveries()).toHaveLength(1)
  })

  test('that puts one recipient off and refuses another delivers to each of the others once', async ({
    expect,
  }) => {
    let offers = 0
    await using server = await choosyServer((address) => {
      if (address === 'gone@example.org') return refusal(550, 'no such mailbox')
      return address === 'grey@example.org' && ++offers < 3 ? refusal(451, 'greylisted') : undefined
    })
    const patience = { ...limits, send: '5 min' }
    await using stage = await setSmallStage([], { taskQueue: 'choosy', guard: () => null, patience })
    const { mail } = stage.settings
    const to = ['qa@example.org', 'grey@example.org', 'gone@example.org']
    const settings: Settings = {
      ...stage.settings,
      ...(mail && { mail: { ...mail, host: '127.0.0.1', port: server.port, to } }),
    }

    const { delivered } = await play(stage, '2026-08-25', settings)

    expect(delivered.recipients).toMatchObject([
      { recipient: 'qa@example.org', state: 'delivered' },
      { recipient: 'grey@example.org', state: 'delivered' },
      { recipient: 'gone@example.org', state: 'refused', why: expect.stringContaining('no such mailbox') },
    ])
    expect(delivered.tries).toBe(3)
    expect(server.taken).toEqual([['qa@example.org'], ['grey@example.org']])
  })
})
