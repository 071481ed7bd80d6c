import { NativeConnection } from '@temporalio/worker'
import { expect, test } from 'vitest'
import type { MessageBus } from '../../activities/messages/message-bus.ts'
import { ClientFailure } from '../../clients/failure.ts'
import { nightId } from '../../compose/naming/night.ts'
import { messageSchema } from '../../report/messages/message-schema.ts'
import type { WireMessage } from '../../report/messages/wire.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { startNight } from '../../workers/start-night.ts'
import { briefCompose, briefly } from './brief.ts'
import { ownWorker } from './own-worker.ts'
import { setStage, workflowBundle, type Stage } from './stage.ts'

const prefix = 'org.fedoraproject.stg'
const speaks = true

/** A bus of which a test says how it fares; it has every message that was handed to it. */
function busThat(fares: (nth: number, message: WireMessage) => void) {
  const handed: { readonly id: string; readonly message: WireMessage }[] = []
  const bus: MessageBus = {
    topicPrefix: prefix,
    async publish(message, id) {
      handed.push({ id, message })
      fares(handed.length, message)
    },
  }
  return { bus, handed }
}

async function withBus<Result>(stage: Stage, bus: MessageBus, act: () => Promise<Result>): Promise<Result> {
  const { settings, place, archive } = stage
  const connection = await NativeConnection.connect({ address: place.options.address ?? '' })
  await using _ = { [Symbol.asyncDispose]: () => connection.close() }
  const worker = await ownWorker(connection, { settings, archive }, workflowBundle(), { bus })
  return await worker.runUntil(act)
}

async function playNight(stage: Stage, bus: MessageBus) {
  const { client, settings, date } = stage
  const { patience, task_queue: taskQueue } = settings
  const night = { stream: 'rawhide', date }
  return await withBus(stage, bus, async () => {
    const { workflowId } = await startNight(client, { night, patience, taskQueue, speaks })
    const temporalRun = (await client.workflow.getHandle(workflowId).describe()).runId
    stage.clock.begin()
    await awaitNight(client, workflowId)
    const sent: unknown = await client.workflow.getHandle(`messages/${workflowId}/${temporalRun}`).result()
    return { sent, events: (await client.workflow.getHandle(workflowId).fetchHistory()).events?.length ?? 0 }
  })
}

function inShort({ topic, body }: WireMessage): string {
  const { stage, verdict } = body
  return [topic.replace(`${prefix}.nightjar.night.`, ''), stage?.name, stage?.state, verdict?.verdict]
    .filter((word) => word !== undefined)
    .join(' ')
}

test('a night says in order what happens in it, and each body is as the schema says', async () => {
  await using stage = await setStage(briefly('said', [briefCompose()]), '2027-05-20')
  const { bus, handed } = busThat(() => undefined)

  const { sent } = await playNight(stage, bus)

  expect(handed.map(({ message }) => inShort(message))).toEqual([
    'open',
    'stage find running',
    'stage find done',
    'stage complete running',
    'stage complete done',
    'stage schedule running',
    'stage schedule done',
    'stage await running',
    'stage await done',
    'stage report running',
    'stage report done',
    'verdict passed',
  ])
  expect(sent).toEqual({ sent: handed.length, aside: [] })
  for (const { message } of handed) expect(messageSchema.safeParse(message.body).error).toBeUndefined()
  expect(new Set(handed.map(({ id }) => id)).size).toBe(handed.length)
  const run = nightId({ stream: 'rawhide', date: stage.date })
  expect(handed.at(-1)?.message.body).toMatchObject({
    run,
    number: handed.length,
    compose_id: 'Fedora-Rawhide-20270520.n.0',
    verdict: { edition: 1, subject: '[Rawhide] 20270520.n.0 PASSED: all 116 tests passed' },
  })
})

test('a bus that is away holds up no night, and gets each message later with the same id', async () => {
  await using stage = await setStage(briefly('said-later', [briefCompose()]), '2027-05-21')
  const away = new ClientFailure('unreachable', 'the message bus', 'it does not answer')
  const { bus, handed } = busThat((nth) => {
    if (nth % 2 === 1) throw away
  })

  const { sent } = await playNight(stage, bus)

  const pairs = handed.filter((_, nth) => nth % 2 === 0).map(({ id }, nth) => [id, handed[nth * 2 + 1]?.id])
  expect(sent).toEqual({ sent: pairs.length, aside: [] })
  expect(pairs.filter(([one, other]) => one !== other)).toEqual([])
})

test('a message that is refused for good is set aside, and the next ones are sent', async () => {
  await using stage = await setStage(briefly('said-refused', [briefCompose()]), '2027-05-22')
  const { bus, handed } = busThat((_, { body }) => {
    if (body.stage?.name === 'find')
      throw new ClientFailure('refused', 'the message bus', 'it does not take us: 403')
  })

  const { sent } = await playNight(stage, bus)

  const why = 'stage: the message bus: it does not take us: 403'
  expect(sent).toEqual({ sent: handed.length - 2, aside: [`2 ${why}`, `3 ${why}`] })
  const run = nightId({ stream: 'rawhide', date: stage.date })
  // What `nightjar doctor` tells of.
  const noted = await stage.archive.refusedOn('bus', new Date(Date.now() - 3_600_000).toISOString())
  expect(noted.map(({ run: of, why: said }) => [of, said])).toEqual([
    [run, why],
    [run, why],
  ])
  expect(await stage.archive.refusedOn('bus', new Date(Date.now() + 3_600_000).toISOString())).toEqual([])
})

function openingOf(n: number) {
  return { n, at: '2027-05-23T05:15:00.000Z', compose: null, event: { kind: 'open' } }
}

test('messages that wait while nobody takes the first one are given up with it, each after one try', async () => {
  await using stage = await setStage(briefly('said-in-vain', [briefCompose()]), '2027-05-23')
  const away = new ClientFailure('unreachable', 'the message bus', 'it does not answer')
  const { bus, handed } = busThat(() => {
    throw away
  })
  const run = nightId({ stream: 'rawhide', date: stage.date })
  const handle = await stage.client.workflow.start('messages', {
    workflowId: `messages/${run}/alone`,
    taskQueue: stage.settings.task_queue,
    args: [
      {
        speaking: { night: { stream: 'rawhide', date: stage.date }, run, temporalRun: 'alone' },
        first: openingOf(1),
        patience: {
          callMs: 10_000,
          sendMs: 10_000,
          settleMs: 100,
          deliverMs: 2000,
          schedule: { lookMs: 1500, lapMs: 60_000, deadlineMs: 60_000 },
        },
      },
    ],
  })
  for (const next of [openingOf(2), openingOf(3), null]) await handle.signal('said', next)

  const sent = await withBus(stage, bus, () => handle.result())

  const why = 'open: the message bus: it does not answer'
  expect(sent).toEqual({ sent: 0, aside: [`1 ${why}`, `2 ${why}`, `3 ${why}`] })
  const tries = Map.groupBy(handed, ({ message: { body } }) => body.number)
  expect([2, 3].map((n) => tries.get(n)?.length)).toEqual([1, 1])
})
