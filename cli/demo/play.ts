import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import type { NightResult } from '../../workflows/night-run.ts'
import { daysBefore } from '../../compose/naming/calendar.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { labStreams, type LabStream } from '../../lab/streams.ts'
import type { LabScenario } from '../../lab/script.ts'
import { awaitNight } from '../../workers/await-night.ts'
import { demosFolder } from '../../workers/folders.ts'
import { startNight } from '../../workers/start-night.ts'
import type { NightProgress } from '../../workflows/stage.ts'
import { Interrupted } from '../exit-code.ts'
import { makeDemoFolder } from './demo-folder.ts'
import { framed, nightTeller } from './face.ts'
import { setDemoStage, startDemoServers, type DemoServers, type DemoStage } from './stage.ts'
import { takeInterruptions, type Interruption } from '../interruption.ts'
import { servePages } from '../web/serve-pages.ts'
import { freeListen } from '../../workers/temporal/free-port.ts'
import { today } from '../nights/night-argument.ts'

const lookMs = 300

/**
 * Plays a scenario and prints its progress; returns whether both nights got the expected verdicts. The folder
 * of the demo is deleted at the end, unless it is to be kept or the demo could not be played.
 */
export async function playDemo(
  scenario: LabScenario,
  { keep }: { readonly keep: boolean },
): Promise<boolean> {
  console.log(`${scenario.name}: ${scenario.title}`)
  using interruption = takeInterruptions()
  const folder = await makeDemoFolder(demosFolder(process.env))
  let kept = true
  try {
    const good = await playIn(folder, scenario, { keep, interruption })
    kept = keep
    return good
  } catch (error) {
    kept = keep || !(error instanceof Interrupted)
    throw error
  } finally {
    if (kept) console.log(`\nThe files of this demo are in ${folder}`)
    else await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

async function playIn(
  folder: string,
  scenario: LabScenario,
  { keep, interruption }: { readonly keep: boolean; readonly interruption: Interruption },
): Promise<boolean> {
  await using servers = await startDemoServers(folder)
  interruption.signal.throwIfAborted()
  console.log(`Temporal's UI ${servers.temporal.ui}`)
  const { dayBefore } = scenario
  const before = dayBefore === undefined || (await playBefore(servers, dayBefore, interruption))
  await using stage = await setDemoStage(servers, scenario, today())
  const good = await playNight(servers, stage, scenario, interruption)
  for (const mail of stage.lab.inbox.mails()) console.log(`\n${framed(mail)}`)
  if (keep) await keptRunning(servers, stage, interruption)
  return before && good
}

/** The night before, so that the reports of the next can say what changed. Only its subjects are shown. */
async function playBefore(
  servers: DemoServers,
  scenario: LabScenario,
  interruption: Interruption,
): Promise<boolean> {
  console.log(`\nThe night before: ${scenario.title}`)
  await using stage = await setDemoStage(servers, scenario, daysBefore(today(), 1))
  const good = await playNight(servers, stage, scenario, interruption)
  for (const { subject } of stage.lab.inbox.mails()) console.log(`  ${subject}`)
  console.log(`\nTonight: what changed since then`)
  return good
}

/** Plays both streams' nights of a date; returns whether both got the expected verdicts and one mail. */
async function playNight(
  { client }: DemoServers,
  stage: DemoStage,
  scenario: LabScenario,
  { signal, orSooner }: Interruption,
): Promise<boolean> {
  signal.throwIfAborted()
  const { lab, clock, date } = stage
  console.log(`inbox ${lab.inbox.url}   openQA ${lab.openqa.url}\n`)
  const ids = await startNights(client, stage, date)
  clock.begin()
  const results = await orSooner(client.withAbortSignal(signal, () => watch(client, ids, signal)))
  const good = labStreams.map((stream) => verdictAsImplied(stream, scenario, results.get(stream)))
  const mails = lab.inbox.mails().length
  if (mails !== labStreams.length) console.log(`\nexpected ${labStreams.length} mails, but ${mails} came`)
  return good.every(Boolean) && mails === labStreams.length
}

async function startNights(
  client: Client,
  { settings }: DemoStage,
  date: string,
): Promise<readonly string[]> {
  const { patience, task_queue: taskQueue } = settings
  const started = labStreams.map((stream) =>
    startNight(client, { night: { stream, date }, patience, taskQueue }),
  )
  return (await Promise.all(started)).map(({ workflowId }) => workflowId)
}

/** Prints the progress of the nights until both have a result. */
async function watch(
  client: Client,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<Stream, NightResult>> {
  const tell = nightTeller((line) => console.log(line))
  const handles = ids.map((id) => client.workflow.getHandle(id))
  const over = Promise.all(ids.map((id) => awaitNight(client, id)))
  const done = over.then(
    () => 'done',
    () => 'done',
  )
  const telling = async () => {
    for (const handle of handles) tell(await handle.query<NightProgress>('progress'))
  }
  while ((await Promise.race([done, sleep(lookMs, 'later', { signal })])) !== 'done') await telling()
  const results = await over
  await telling()
  return new Map(labStreams.map((stream: Stream, at) => [stream, results[at]] as const).filter(isPair))
}

function isPair(pair: readonly [Stream, NightResult | undefined]): pair is readonly [Stream, NightResult] {
  return pair[1] !== undefined
}

function verdictAsImplied(stream: LabStream, { expects }: LabScenario, result?: NightResult): boolean {
  const got = result?.verdict ?? 'nothing'
  const as =
    got === expects[stream] ? 'as the scenario expects' : `but the scenario expects ${expects[stream]}`
  console.log(`\n${stream}: ${got}, ${as}`)
  return got === expects[stream]
}

async function keptRunning(
  { temporal, databaseUrl }: DemoServers,
  { lab, file, settings }: DemoStage,
  { signal }: Interruption,
): Promise<void> {
  const listen = await freeListen(settings.web.listen)
  await using pages = await servePages(settings, { listen, databaseUrl })
  const nights = labStreams.map((stream) => nightId({ stream, date: today() })).join(' and ')
  console.log(
    `\nEverything keeps running. Look at the pages ${pages.url}, at ${nights} in ${temporal.ui}, at the mails in ${lab.inbox.url}.`,
  )
  console.log(
    `  TEMPORAL_ADDRESS=${temporal.address} NIGHTJAR_CONFIG=${file} bin/nightjar list\nCtrl-C stops.`,
  )
  await once(signal, 'abort')
}
