import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { expect, test, vi } from 'vitest'
import { serveCodec } from '../../workers/codec/codec-server.ts'
import { encryptionCodec } from '../../workers/codec/encryption-codec.ts'
import type { NightResult } from '../../workflows/night-run.ts'
import { readNight } from '../../workers/read-nights.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { temporalCli } from '../../workers/temporal/temporal-cli.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { briefCompose, briefly } from './brief.ts'
import { nightjar } from './nightjar.ts'
import { setStage, type Stage } from './stage.ts'
import { idOf, startRawhide } from './traces.ts'

const run = promisify(execFile)
const keyOf = (id: string) => ({ id, bytes: randomBytes(32) })
type Key = ReturnType<typeof keyOf>

function inVariable(...keys: readonly Key[]): void {
  const words = keys.map(({ id, bytes }) => `${id}:${bytes.toString('base64')}`)
  vi.stubEnv('NIGHTJAR_CODEC_KEYS', words.join(' '))
}

/** The same stage, of which the workers and the client have these keys. */
async function withKeys(stage: Stage, ...codec: readonly Key[]): Promise<Stage> {
  const place = { ...stage.place, codec }
  return { ...stage, place, client: await connectClient(place) }
}

/** Runs a worker, which bundles its workflows itself, for as long as something lasts. */
async function working<Result>(
  { settings, place, archive }: Stage,
  act: () => Promise<Result>,
): Promise<Result> {
  const { workers, connection } = await makeWorker(settings, place, archive)
  try {
    return await workers.runUntil(act)
  } finally {
    await connection.close()
  }
}

/** What is in a history beside search attributes, which Temporal must read to find a night. */
async function stored({ client }: Stage, id: string): Promise<string> {
  const history: unknown = JSON.parse(historyToJSON(await client.workflow.getHandle(id).fetchHistory()))
  return JSON.stringify(history, (key, value: unknown) => {
    if (key === 'searchAttributes') return undefined
    return key === 'data' && typeof value === 'string'
      ? Buffer.from(value, 'base64').toString('latin1')
      : value
  })
}

test('a night whose payloads are encrypted ends as any other, and its histories have nothing of it', async () => {
  const [older, newer] = [keyOf('2026-05'), keyOf('2026-11')]
  await using plain = await setStage(briefly('encrypted', [briefCompose()]), '2026-04-20')
  const stage = await withKeys(plain, older)
  const id = idOf(stage)
  const handle = stage.client.workflow.getHandle(id)

  const result: NightResult = await working(stage, async () => {
    await startRawhide(stage)
    // The lab's clock stands still, so the compose is not finished.
    await expect
      .poll(async () => (await readNight(stage.client, id))?.pending.join(), { timeout: 60_000 })
      .toContain('STATUS is STARTED')
    const { raw } = await handle.describe()
    expect(raw.pendingActivities?.map(({ lastFailure }) => lastFailure?.message)).toEqual(['Encoded failure'])
    stage.clock.begin()
    const ended: NightResult = await handle.result()
    await stage.client.workflow.getHandle(ended.delivery ?? '').result()

    inVariable(newer, older)
    expect(await nightjar(stage, 'show', id)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^complete +done /m),
      err: '',
    })
    inVariable(newer)
    expect(await nightjar(stage, 'show', id)).toMatchObject({
      code: 2,
      err: 'nightjar: a payload is encrypted with the key 2026-05, and this program has 2026-11; add that key to NIGHTJAR_CODEC_KEYS\n',
    })
    return ended
  })

  expect(result).toMatchObject({ verdict: 'passed' })
  expect(stage.lab.inbox.mails()).toHaveLength(1)
  for (const each of [id, result.delivery ?? '']) {
    const history = await stored(stage, each)
    expect(history).toContain('WORKFLOW_EXECUTION_COMPLETED')
    expect(history).not.toMatch(
      /Fedora-Rawhide|STATUS|passed|localdomain|"encoding":"(?!YmluYXJ5L2VuY3J5cHRlZA==)/,
    )
  }
  await using server = await serveCodec({
    listen: '127.0.0.1:0',
    origin: 'null',
    codec: encryptionCodec([older]),
  })
  const [address, endpoint] = [stage.place.options.address, server.url]
  const show = ['workflow', 'show', '--workflow-id', id, '--output', 'json', '--address', address]
  const seen = await run(await temporalCli(), [...show, '--codec-endpoint', endpoint])
  // Payloads are base64 in JSON: of JSON now.
  expect(seen.stdout).toContain(Buffer.from('json/plain').toString('base64'))
  expect(seen.stdout).not.toContain('YmluYXJ5L2VuY3J5cHRlZA==')
  await stage.client.connection.close()
})

test('a worker without the key leaves a night alone and says why, and the night goes on with one that has it', async () => {
  const key = keyOf('2026-11')
  await using plain = await setStage(briefly('no-key', [briefCompose()]), '2026-04-21')
  const stage = await withKeys(plain, key)
  const handle = stage.client.workflow.getHandle(idOf(stage))
  const failure = async (): Promise<string> => {
    const { events } = await handle.fetchHistory()
    return (
      events?.map((event) => event.workflowTaskFailedEventAttributes?.failure?.message ?? '').join('') ?? ''
    )
  }
  await startRawhide(stage)
  stage.clock.begin()

  await working(plain, async () => {
    await expect
      .poll(failure, { timeout: 60_000 })
      .toBe(
        'a payload is encrypted with the key 2026-11, and this program has none; add that key to NIGHTJAR_CODEC_KEYS',
      )
  })
  const result = await working(stage, () => handle.result())

  expect(result).toMatchObject({ verdict: 'passed' })
  await stage.client.connection.close()
})
