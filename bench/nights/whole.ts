import type { Client } from '@temporalio/client'
import { nightId } from '../../compose/naming/night.ts'
import { makeWorker } from '../../workers/run-worker.ts'
import { startNight } from '../../workers/start-night.ts'
import { actionsOf, sumOf } from '../actions.ts'
import { date } from '../openqa/scenario.ts'
import { setBenchStage } from '../openqa/stage.ts'

/** What a whole night left in Temporal, its delivery and the watch for respins included. */
export interface WholeNight {
  readonly jobs: number
  /** From the night's start to its end, in hours of the night. */
  readonly hours: number
  readonly events: number
  /** Bytes of its histories. */
  readonly bytes: number
  /** Temporal's actions. */
  readonly actions: number
}

/** Jobs that the lab's openQA runs at the same time. */
const atOnce = 60
const night = { stream: 'rawhide', date } as const

/** Plays a night with so many jobs, each of which takes about so many minutes. */
export async function playWhole(jobs: number, jobMinutes: number): Promise<WholeNight> {
  await using stage = await setBenchStage(jobs, { jobMinutes, workers: atOnce })
  const { client, settings, place, clock, archive, temporal } = stage
  const { workers } = await makeWorker(settings, place, archive)
  await workers.runUntil(async () => {
    const { patience, task_queue: taskQueue } = settings
    await startNight(client, { night, patience, taskQueue })
    clock.begin()
    await client.workflow.getHandle(nightId(night)).result()
  })
  const left = await leftOf(client)
  return { jobs, hours: clock.now() / 60, ...left, actions: sumOf(await actionsOf(temporal)) }
}

/** The sizes of all histories that a server has. */
async function leftOf(client: Client): Promise<{ readonly events: number; readonly bytes: number }> {
  let [events, bytes] = [0, 0]
  for await (const { workflowId } of client.workflow.list()) {
    const { historyLength, historySize = 0 } = await client.workflow.getHandle(workflowId).describe()
    events += historyLength
    bytes += historySize
  }
  return { events, bytes }
}
