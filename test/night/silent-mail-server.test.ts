import { NativeConnection } from '@temporalio/worker'
import { expect, inject, test } from 'vitest'
import type { Guard, Spoil } from '../../lab/gates/spoil.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import type { DeliveryProgress } from '../../workflows/delivery/delivery-state.ts'
import { ownWorker } from './own-worker.ts'
import { setSmallStage } from './small-stage.ts'
import { workflowBundle } from './stage.ts'
import { soon } from './unhurried.ts'

const night = { stream: 'rawhide', date: '2026-08-20' } as const

/** The mail server takes the mail, and its answer does not come. */
const silence: Spoil = { when: 'after', how: 'hang' }

const guard: Guard = ({ service }) => (service === 'smtp' ? silence : null)

test('a mail server that never answers the end of the mail gets two copies, and the night is over all the same', async () => {
  const patience = { call: '4 min', act: '5 min', send: '5 s' }
  await using stage = await setSmallStage([], { taskQueue: 'silent-mail-server', guard, patience })
  const address = inject('temporalAddress')
  const client = await connectClient({ options: { address }, namespace: 'default', ui: null })
  const connection = await NativeConnection.connect({ address })
  const worker = await ownWorker(connection, stage, workflowBundle())
  const { settings, lab, archive } = stage

  const [result, delivery] = await worker.runUntil(async () => {
    const limits = { ...settings.patience, find: soon }
    const { workflowId } = await startNight(client, {
      night,
      patience: limits,
      taskQueue: settings.task_queue,
    })
    const ended = await awaitNight(client, workflowId)
    const handed: DeliveryProgress = await client.workflow.getHandle(ended.delivery ?? '').result()
    return [ended, handed]
  })
  await Promise.all([client.connection.close(), connection.close()])

  expect(result).toMatchObject({ verdict: 'absent', edition: 1 })
  expect(result.delivery).toBe('delivery/nightly/rawhide/2026-08-20/1/mail')
  expect(delivery).toMatchObject({ tries: 2, unknownTries: 2, recipients: [{ state: 'unknown' }] })
  expect(lab.inbox.deliveries()).toHaveLength(2)
  expect(lab.inbox.mails()).toHaveLength(1)
  expect(await archive.deliveriesOf('nightly/rawhide/2026-08-20')).toMatchObject([
    { state: 'unknown', attempts: 2 },
  ])
})
