import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { writeLabSettings } from '../../../cli/demo/lab-settings.ts'
import { nightClock } from '../../../lab/clock.ts'
import type { Lab } from '../../../lab/lab.ts'
import { hearMessages } from '../../../workers/bus/hear-messages.ts'
import { loadConfig, type Settings } from '../../../workers/config/config.ts'
import { makeWorker } from '../../../workers/run-worker.ts'
import { startTemporal } from '../../../workers/temporal/embedded-temporal.ts'
import { connectClient } from '../../../workers/temporal/temporal.ts'
import type { StagePatience } from '../../../workflows/patience.ts'
import { freshDatabase } from '../../archive/fresh-database.ts'
import { smallArch } from '../../night/small-night.ts'
import { placeOnMirror, startSmallLab } from '../../night/small-lab.ts'
import { workflowBundle } from '../../night/stage.ts'
import { startSource, type BusWay } from './bus-source.ts'
import { delaysOf, type Delays, type Look } from './delays.ts'
import { playAll } from './play-all.ts'
import { sameHistory } from './same-history.ts'
import { scriptedNights, withoutMirror } from './scripted-nights.ts'
import { whatWasTold } from './what-was-told.ts'

const prefix = 'org.fedoraproject.prod'
const taskQueue = 'messages'

/** Some nights, at once, and how messages come to them. */
export interface Play {
  readonly nights: number
  /** Real milliseconds of the two minutes between two looks. */
  readonly lookMs: number
  /** Null where nobody hears messages. */
  readonly heard: { readonly way: BusWay; readonly workers: number } | null
}

/** What came of the nights of a play. */
export interface Played extends Delays {
  /** What each run reported, by its id. */
  readonly told: ReadonlyMap<string, readonly string[]>
  /** Of the longest history. */
  readonly events: number
  /** How many looks messages brought about. */
  readonly nudges: number
  /** How many messages came to what. */
  readonly outcomes: Readonly<Record<string, number>>
}

/** Plays nights at once on a Temporal server of their own. */
export async function playNights({ nights, lookMs, heard }: Play): Promise<Played> {
  await using stack = new AsyncDisposableStack()
  const folder = await mkdtemp(join(tmpdir(), 'nightjar-messages-'))
  stack.defer(() => rm(folder, { recursive: true, maxRetries: 3 }))
  const temporal = stack.adopt(await startTemporal(folder, { database: 'memory' }), (each) => each.stop())
  const clock = nightClock(120_000 / lookMs)
  const scripts = scriptedNights(nights)
  const composes = scripts.flatMap((script) => script.composes)
  const looks: Look[] = []
  const asked = (path: string) => {
    const [, compose] = /\/([^/]+)\/STATUS$/.exec(path) ?? []
    if (compose !== undefined) looks.push({ compose, about: 'compose', at: clock.now() })
  }
  const lab = stack.adopt(
    await startSmallLab({ composes, clock, folder, jobsAtOnce: 20 * composes.length, asked }),
    (each) => each.close(),
  )
  for (const compose of composes)
    clock.at(
      compose.script.mirror.allAt ?? 0,
      () => void placeOnMirror(join(folder, 'mirror'), compose, smallArch),
    )
  const { url: databaseUrl, archive } = stack.use(await freshDatabase())
  const place = { options: { address: temporal.address }, namespace: 'default', ui: null }
  const client = stack.adopt(await connectClient(place), (each) => each.connection.close())
  const settings = await settingsFor(lab, { folder, databaseUrl, lookMs })
  const outcomes: Record<string, number> = {}
  const metrics = {
    heard: () => undefined,
    count: (kind: string, outcome: string) => {
      const name = `${kind} ${outcome}`
      outcomes[name] = (outcomes[name] ?? 0) + 1
    },
  }
  // Nightjar's own times, of a night at this speed.
  const times = { foldMs: lookMs / 2, listMs: lookMs / 60 }
  const hearers = Array.from({ length: heard?.workers ?? 0 }, () =>
    hearMessages({ client, settings, topicPrefix: prefix, metrics }, times),
  )
  stack.defer(async () => void (await Promise.all(hearers.map((each) => each.stop()))))
  const tell = (topic: string, body: object) => {
    for (const hearer of hearers) hearer.take(`${prefix}.${topic}`, JSON.stringify(body))
  }
  const source = stack.use(
    startSource(lab, clock, composes, { way: heard?.way ?? { delays: () => [0] }, tell }),
  )
  const { workers } = await makeWorker(settings, place, await sameHistory(archive), {
    bundle: workflowBundle(),
  })
  const { patience } = settings
  const playing = { client, taskQueue, patience, clock, lookMs, openqa: lab.openqa }
  const runs = await workers.runUntil(() => playAll(playing, scripts))
  const histories = await Promise.all(runs.map((run) => historyOf(client, run)))
  const told = await Promise.all(
    runs.map(async (run) => [run, await whatWasTold(archive, lab.openqa, run)] as const),
  )
  return {
    told: new Map(told),
    events: Math.max(...histories.map(({ length }) => length)),
    nudges: histories.flat().filter((name) => name === 'composeChanged').length,
    outcomes,
    ...delaysOf({ composes, looks, sent: source.sent, requests: lab.openqa.requests() }),
  }
}

/** With the patience of real nights at this speed. */
async function settingsFor(
  lab: Lab,
  { folder, databaseUrl, lookMs }: { folder: string; databaseUrl: string; lookMs: number },
): Promise<Settings> {
  const { key, secret } = lab.openqaKey
  Object.assign(process.env, { NIGHTJAR_OPENQA_KEY: key, NIGHTJAR_OPENQA_SECRET: secret })
  const temporalUi = 'http://127.0.0.1:8233'
  // Whatever the machine does beside it, no call is given up.
  const unhurried = { call: '40 s', act: '60 s', send: '60 s', deliver: '10 min' }
  const file = await writeLabSettings(lab, {
    folder,
    taskQueue,
    databaseUrl,
    temporalUi,
    arches: [smallArch],
    streams: { [withoutMirror]: { mirror: false } },
    patience: unhurried,
  })
  const { patience, ...settings } = loadConfig(file)
  const looks = (count: number) => count * lookMs
  const stage: StagePatience = { deadlineMs: 1_200_000, lapMs: looks(90), lookMs }
  return {
    ...settings,
    patience: {
      ...patience,
      find: stage,
      complete: stage,
      schedule: stage,
      await: stage,
      watch: { deadlineMs: looks(5), lapMs: looks(5), lookMs: looks(2) },
      openMs: looks(2),
    },
  }
}

/** The signals of a history by name, and `null` for every other event. */
async function historyOf(client: Client, run: string): Promise<readonly (string | null)[]> {
  const { events } = await client.workflow.getHandle(run).fetchHistory()
  return (events ?? []).map((event) => event.workflowExecutionSignaledEventAttributes?.signalName ?? null)
}
