import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '@temporalio/client'
import { composeNightId, nightId } from '../../../compose/naming/night.ts'
import type { NightClock } from '../../../lab/clock.ts'
import type { Lab } from '../../../lab/lab.ts'
import { startNight } from '../../../workers/start-night.ts'
import type { Patience } from '../../../workflows/patience.ts'
import type { ScriptedNight } from './scripted-nights.ts'

/** What nights are played with. */
export interface Playing extends Pick<Lab, 'openqa'> {
  readonly client: Client
  readonly taskQueue: string
  readonly patience: Patience
  readonly clock: NightClock
  readonly lookMs: number
}

/** Plays all nights to their ends; answers the ids of their runs. */
export async function playAll(
  playing: Playing,
  scripts: readonly ScriptedNight[],
): Promise<readonly string[]> {
  const { client, taskQueue } = playing
  await Promise.all(
    scripts.map((script) =>
      startNight(client, { night: script.night, patience: patienceOf(script, playing), taskQueue }),
    ),
  )
  await goOn(playing, scripts)
  const late = scripts.flatMap(runOfLate)
  const nights = scripts.map(({ night }) => nightId(night))
  await Promise.all([...nights, ...late].map((run) => client.workflow.getHandle(run).result()))
  return [...nights, ...late]
}

function runOfLate({ night, late }: ScriptedNight): readonly string[] {
  return late === undefined ? [] : [composeNightId(night.stream, late.id)]
}

/**
 * Lets time run, and stand still where a busy machine would make another story of the nights: until each
 * compose is found before the next one, until the first one is posted, and until its respin has a run.
 */
async function goOn({ client, clock, openqa }: Playing, scripts: readonly ScriptedNight[]): Promise<void> {
  const late = scripts.filter((script) => script.late !== undefined)
  const withCompose = scripts.filter(({ composes }) => composes.length > 0)
  const are = async (query: string) => (await client.workflow.count(query)).count
  clock.begin(12)
  while ((await are("WorkflowType = 'nightly' AND ComposeId IS NOT NULL")) < withCompose.length)
    await sleep(300)
  clock.begin(52)
  const isPosted = ({ composes: [first] }: ScriptedNight) =>
    openqa.posts().some(({ settings: { BUILD } }) => BUILD === first?.id)
  while (clock.now() < 52 || !late.every(isPosted)) await sleep(300)
  clock.begin(62)
  const runs = late.flatMap(runOfLate).map((run) => `'${run}'`)
  const query = `WorkflowId IN (${runs.join(', ')})`
  while (runs.length > 0 && (await are(query)) < runs.length) await sleep(300)
  clock.begin()
}

/** A stage that no answer ends, ends by its deadline; and respins are watched for where one comes. */
function patienceOf({ composes, late }: ScriptedNight, { patience: usual, lookMs }: Playing): Patience {
  const looks = (count: number) => count * lookMs
  const respins =
    late === undefined
      ? { deadlineMs: looks(1), lapMs: looks(1), lookMs: looks(1) }
      : { deadlineMs: 1_200_000, lapMs: looks(90), lookMs: looks(2.5) }
  const patience = { ...usual, respins }
  const { find, complete } = patience
  const isEndless = composes.length > 0 && composes.every(({ script }) => script.statuses.length === 1)
  if (composes.length === 0) return { ...patience, find: { ...find, deadlineMs: looks(20) } }
  return isEndless ? { ...patience, complete: { ...complete, deadlineMs: looks(45) } } : patience
}
