import { setTimeout as sleep } from 'node:timers/promises'
import type { NightResult } from '../../workflows/night-run.ts'
import { nightId } from '../../compose/naming/night.ts'
import type { LabCall } from '../../lab/openqa/server.ts'
import { installRuntime } from '../../workers/process/runtime.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { startNight } from '../../workers/start-night.ts'
import { date } from './scenario.ts'
import { setBenchStage, type BenchStage } from './stage.ts'
import { startRelay } from '../relay.ts'
import { runProcess } from '../run-process.ts'

/** What a whole night requested of openQA. */
export interface NightCost {
  readonly verdict: string
  readonly posts: number
  readonly jobs: number
  /** Jobs that replaced another. */
  readonly clones: number
  /** Requests by purpose. */
  readonly requests: ReadonlyMap<string, number>
  /** Lab minutes from the first post to the report. */
  readonly minutes: number
  /** Requests of openqa-client, which waited for the same jobs in the same way; null if not installed. */
  readonly theirs: number | null
}

/** Plays a night with so many jobs and the waits of a real one, and counts requests. */
export async function playBenchNight(jobs: number, python: string | null): Promise<NightCost> {
  installRuntime({ format: 'text', level: 'ERROR' })
  await using stage = await setBenchStage(jobs)
  const posted = firstPost(stage)
  const awaiting = python === null ? null : posted.then(() => awaitWithOpenQaClient(python, stage))

  const { verdict } = await play(stage)

  const minutes = stage.clock.now() - (await posted)
  const theirs = await awaiting
  const made = stage.openqa.jobs()
  return {
    verdict,
    posts: stage.openqa.posts().length,
    jobs: made.filter(({ originId }) => originId === null).length,
    clones: made.filter(({ originId }) => originId !== null).length,
    requests: countsOf(stage.openqa.requests(), theirs ?? 0),
    minutes,
    theirs,
  }
}

const night = { stream: 'rawhide', date } as const

async function play({ client, settings, place, clock, archive }: BenchStage): Promise<NightResult> {
  const { workers } = await makeWorker(settings, place, archive)
  return await workers.runUntil(async () => {
    const { patience, task_queue: taskQueue } = settings
    await startNight(client, { night, patience, taskQueue })
    clock.begin()
    return await client.workflow.getHandle(nightId(night)).result()
  })
}

/** The lab minute of the first post. */
async function firstPost({ openqa, clock }: BenchStage): Promise<number> {
  while (openqa.posts().length === 0) await sleep(20)
  return clock.now()
}

/** Looks as often as the night; returns the number of requests. */
async function awaitWithOpenQaClient(python: string, { openqa, settings }: BenchStage): Promise<number> {
  const relay = await startRelay(openqa.url, 'asking always')
  const pause = String(settings.patience.await.lookMs / 1000)
  const build = `Fedora-Rawhide-${date.replaceAll('-', '')}.n.0`
  const driver = ['bench/openqa/client_driver.py', 'wait', relay.url, build, pause]
  const { code, stderr } = await runProcess(python, driver)
  await relay.close()
  if (code !== 0) throw new Error(`openqa-client did not see the end of the jobs: ${stderr}`)
  return relay.counts.requests
}

/** Both programs request all jobs of the build alike, so openqa-client's requests are subtracted. */
function countsOf(calls: readonly LabCall[], theirs: number): ReadonlyMap<string, number> {
  const groups = Map.groupBy(calls, purposeOf)
  return new Map(
    [...groups].map(([purpose, { length }]) => [purpose, purpose === look ? length - theirs : length]),
  )
}

const look = 'a look at all jobs'

function purposeOf({ method, path, params }: LabCall): string {
  if (path.endsWith('/restart')) return 'a restart'
  if (path.endsWith('/comments')) return 'comments'
  if (path.endsWith('/isos')) return 'a post'
  if (path.endsWith('/jobs/overview')) return 'the ids of jobs that wait or run'
  if (!path.endsWith('/jobs')) return `${method} ${path}`
  if ('flavor' in params) return 'a look before a post'
  if ('after' in params) return 'new jobs'
  if ('ids' in params) return 'jobs that changed'
  return 'latest' in params ? look : 'every try, at the end'
}
