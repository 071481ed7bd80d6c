import {
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
  type ScheduleOptionsAction,
} from '@temporalio/client'
import { streams, type Stream } from '../../compose/naming/stream.ts'
import type { openNight } from '../../workflows/open-night.ts'
import type { Settings } from '../config/config.ts'

/** A stream's Schedule as the server has it. */
export interface ScheduleRow {
  readonly id: string
  readonly stream: Stream
  /** `05:15 UTC` by the configuration. */
  readonly due: string
  readonly state: 'active' | 'paused' | 'not applied'
  /** ISO, UTC; null where nothing is to come. */
  readonly next: string | null
}

/**
 * Nights due while no server ran are still opened this long after; older ones are history, and their composes gone from
 * the mirror.
 */
const catchupWindow = '12h'

/** The id of a stream's Schedule. */
export function scheduleId(stream: Stream): string {
  return `nightly-${stream}`
}

/** Makes each stream's Schedule what the configuration says; one that is there is changed, and stays paused if it was. */
export async function applySchedules(client: Client, settings: Settings): Promise<readonly ScheduleRow[]> {
  for (const stream of streams) {
    const options = scheduleOptions(stream, settings)
    const handle = client.schedule.getHandle(options.scheduleId)
    try {
      await handle.update(({ state }) => ({ ...options, state }))
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error
      await client.schedule.create(options)
    }
  }
  return await readSchedules(client, settings)
}

/** What the server has for each stream. */
export async function readSchedules(client: Client, settings: Settings): Promise<readonly ScheduleRow[]> {
  return await Promise.all(streams.map((stream) => readSchedule(client, stream, settings)))
}

async function readSchedule(client: Client, stream: Stream, { schedule }: Settings): Promise<ScheduleRow> {
  const id = scheduleId(stream)
  const due = `${schedule[stream].at} ${schedule[stream].zone}`
  try {
    const { state, info } = await client.schedule.getHandle(id).describe()
    const next = info.nextActionTimes[0]?.toISOString() ?? null
    return { id, stream, due, state: state.paused ? 'paused' : 'active', next }
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return { id, stream, due, state: 'not applied', next: null }
    throw error
  }
}

function scheduleOptions(
  stream: Stream,
  settings: Settings,
): ScheduleOptions<ScheduleOptionsAction & { type: 'startWorkflow' }> {
  const { at, zone } = settings.schedule[stream]
  const [hour = 0, minute = 0] = at.split(':').map(Number)
  return {
    scheduleId: scheduleId(stream),
    spec: { calendars: [{ hour, minute, comment: `the hour ${stream} is due` }], timezone: zone },
    action: {
      type: 'startWorkflow',
      workflowType: 'openNight' satisfies (typeof openNight)['name'],
      args: [{ stream, patience: settings.patience }],
      taskQueue: settings.task_queue,
    },
    // The opener ends at once; were it late, the next night must not be skipped for it.
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow },
  }
}
