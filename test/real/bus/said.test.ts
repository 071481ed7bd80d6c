import { appendFileSync } from 'node:fs'
import { stringify } from 'smol-toml'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../../workers/config/config.ts'
import { examinePublish } from '../../../workers/doctor/examine-publish.ts'
import { awaitNight } from '../../../workers/await-night.ts'
import { startChild } from '../../../workers/child.ts'
import { startNight } from '../../../workers/start-night.ts'
import { ownDatabase } from '../../archive/own-database.ts'
import { briefCompose, briefly } from '../../night/brief.ts'
import { unhurried } from '../../night/unhurried.ts'
import { setStage } from '../../night/stage.ts'
import { haveBroker, startBroker } from './broker.ts'
import { consumeAsFedora } from './consume.ts'
import { havePython } from './python-path.ts'

/** What a night says whose tests all pass: that it opens, two of each of five stages, and the verdict. */
const messages = 12

describe.skipIf(!haveBroker || !havePython)('on a real RabbitMQ (run-bus.ts starts one)', () => {
  test("Fedora's library hears and validates all that a night says, once, also where workers and broker were killed", async () => {
    const database = await ownDatabase()
    await using broker = await startBroker()
    // A message in whose try a worker is killed is tried again after the limit of calls.
    const limits = { ...unhurried, call: '10 s', act: '10 s', send: '30 s' }
    const scenario = briefly('heard', [briefCompose()])
    await using stage = await setStage(scenario, '2026-08-24', { database, patience: limits })
    const publish = broker.placeOf(broker.certificates.publisher)
    appendFileSync(stage.file, `\n${stringify({ publish })}`)
    const start = () =>
      startChild(process.execPath, ['cli/main.ts', 'worker', '--config', stage.file], {
        log: `${stage.file}.log`,
        environment: { TEMPORAL_ADDRESS: stage.place.options.address },
      })
    const { client, clock, settings, date } = stage
    const withBus = loadConfig(stage.file)
    expect((await examinePublish(withBus)).findings).toMatchObject([
      { about: 'publishing', state: 'ok', said: expect.stringContaining('lets us in') },
      { about: 'certificate for publishing', state: 'ok' },
      { about: 'messages set aside', state: 'ok', said: 'none in a week' },
    ])
    const { patience, task_queue: taskQueue } = settings
    const night = { stream: 'rawhide', date }
    await broker.kill()
    expect((await examinePublish(withBus)).findings[0]).toMatchObject({ state: 'no answer' })
    const first = start()
    const { workflowId } = await startNight(client, { night, patience, taskQueue, speaks: true })
    const { runId } = await client.workflow.getHandle(workflowId).describe()
    const sending = client.workflow.getHandle(`messages/${workflowId}/${runId}`)
    await expect.poll(async () => JSON.stringify(await sending.fetchHistory())).toContain('publishMessage')

    first.kill('SIGKILL')
    expect(await first.ended).toBe('SIGKILL')
    await broker.start()
    const consumer = await consumeAsFedora(broker, stage.folder, messages)
    await using _ = { [Symbol.asyncDispose]: async () => void consumer.stop() }
    await expect.poll(() => broker.queues()).toContain(consumer.queue)
    const second = start()
    await using __ = { [Symbol.asyncDispose]: () => second.stop() }
    clock.begin()
    await awaitNight(client, workflowId)

    const heard = await consumer.ended
    expect(heard.map(({ number }) => number)).toEqual(
      Array.from({ length: messages }, (_one, nth) => nth + 1),
    )
    expect(new Set(heard.map(({ id }) => id)).size).toBe(messages)
    expect(heard.at(-1)).toMatchObject({
      class: 'NightMessageV1',
      topic: 'org.fedoraproject.prod.nightjar.night.verdict',
      severity: 20,
      summary: '[Rawhide] 20260824.n.0 PASSED: all 116 tests passed',
    })
    expect(heard[2]).toMatchObject({
      summary: `${workflowId}: find done: Fedora-Rawhide-20260824.n.0 is there`,
    })
    expect(await sending.result()).toEqual({ sent: messages, aside: [] })
  })
})
