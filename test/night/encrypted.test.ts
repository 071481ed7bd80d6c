import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { NativeConnection } from '@temporalio/worker'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'
import { expect, test, vi } from 'vitest'
import { readNight } from '../../workers/read-nights.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { connectClient } from '../../workers/temporal/temporal.ts'
import { briefCompose, briefly } from './brief.ts'
import { nightjar } from './nightjar.ts'
import { stageReached } from './play.ts'
import { setStage, type Stage } from './stage.ts'
import { idOf, startRawhide } from './traces.ts'

const keyOf = (id: string) => ({ id, bytes: randomBytes(32) })
const wordsOf = (...keys: readonly ReturnType<typeof keyOf>[]) =>
  keys.map(({ id, bytes }) => `${id}:${bytes.toString('base64')}`).join(' ')

/** The stage with the keys of its client and of its workers. */
async function withKeys(stage: Stage, codec: readonly ReturnType<typeof keyOf>[]): Promise<Stage> {
  const place = { ...stage.place, codec }
  return { ...stage, place, client: await connectClient(place) }
}

/** Runs a worker, which bundles its workflows itself, for as long as something lasts. */
async function working<Result>({ settings, place, archive }: Stage, act: () => Promise<Result>): Promise<Result> {
  const { workers, connection } = await makeWorker(settings, place, archive)
  try {
    return await workers.runUntil(act)
  } finally {
    await connection.close()
  }
}

/** Every history of a night, with what its payloads hold as text. */
async function stored({ place, client }: Stage, ids: readonly string[]): Promise<string> {
  const bare = await connectClient({ ...place, codec: [] })
  const texts: string[] = []
  for (const id of ids) {
    const json: unknown = JSON.parse(historyToJSON(await client.workflow.getHandle(id).fetchHistory()))
    texts.push(JSON.stringify(json, (_, value: unknown) => withDecoded(value)))
  }
  await bare.connection.close()
  return texts.join('\n')
}

/** The JSON of a history has payloads in base64. */
function withDecoded(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('data' in value) || typeof value.data !== 'string') return value
  return { ...value, data: Buffer.from(value.data, 'base64').toString('latin1') }
}

test('a night whose payloads are encrypted ends as any other, and Temporal stores nothing of it in plain', async () => {
  const silent = { service: 'openqa', from: -5, until: 30, how: '503' } as const
  const [older, newer] = [keyOf('2026-05'), keyOf('2026-11')]
  await using bare = await setStage(
    briefly('encrypted', [briefCompose()], [silent]),
    '2026-04-20',
  )
  const stage = await withKeys(bare, [older])
  const id = idOf(stage)
  const result = await working(stage, async () => {
    await startRawhide(stage)
    stage.clock.begin()
    const pending = await expect
      .poll(async () => (await readNight(stage.client, id))?.pending ?? [])
      .toContainEqual(expect.stringMatching(/openQA|503|not/))
    void pending
    return await stage.client.workflow.getHandle(id).result()
  })

  expect(result).toMatchObject({ verdict: 'passed' })
  const text = await stored(stage, [id])
  console.log(text.length, [...text.matchAll(/Fedora-Rawhide[^"]{0,60}/g)].length)
  console.log(text.slice(0, 6000))
})
