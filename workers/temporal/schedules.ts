import {
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
  type Client,
  type ScheduleOptions,
  type ScheduleOptionsAction,
} from '@temporalio/client'
import { candidates } from '../../compose/naming/candidate.ts'
import type { Stream } from '../../compose/naming/stream.ts'
import { isHourly } from '../../compose/streams/due-times.ts'
import type { watchCandidates } from '../../workflows/candidates/watch-candidates.ts'
import type { openNight } from '../../workflows/open-night.ts'
import type { Settings } from '../config/config.ts'
import { patienceOf } from '../patience-of.ts'
import { speaksBy } from '../bus/bus-schema.ts'
import { nightStreams, streamNamed } from '../config/streams.ts'

/** A stream's Schedule on the server. */
export interface ScheduleRow {
  readonly id: string
  readonly stream: Stream
  /** `05:15 UTC`, or `02:00, 14:00 UTC`, from the configuration. */
  readonly due: string
  readonly state: 'active' | 'paused' | 'not applied'
  /** ISO, UTC; null if no run is planned. */
  readonly next: string | null
}

/** How late a night may start if the server was down. Older composes are no longer on the mirror. */
const catchupWindow = '12h'

/** A watch for candidates lasts until the next one begins. */
const dayMs = 86_400_000

/** The id of a stream's Schedule. */
export function scheduleId(stream: Stream): string {
  return `nightly-${stream}`
}

/** Creates or updates each stream's Schedule from the configuration. A paused Schedule stays paused. */
export async function applySchedules(client: Client, settings: Settings): Promise<readonly ScheduleRow[]> {
  for (const stream of nightStreams(settings)) {
    const options = scheduleOptions(stream, settings)
    const handle = client.schedule.getHandle(options.scheduleId)
    try {
      await handle.update(({ state }) => ({ ...options, state }))
    } catch (error) {
      if (!(error instanceof ScheduleNotFoundError)) throw error
      // A watch begins at once: no candidate is due tomorrow at its hour.
      await client.schedule.create({ ...options, state: { triggerImmediately: stream === candidates } })
    }
  }
  return await readSchedules(client, settings)
}

/** The Schedule of each stream. */
export async function readSchedules(client: Client, settings: Settings): Promise<readonly ScheduleRow[]> {
  return await Promise.all(nightStreams(settings).map((stream) => readSchedule(client, stream, settings)))
}

async function readSchedule(client: Client, stream: Stream, settings: Settings): Promise<ScheduleRow> {
  const id = scheduleId(stream)
  const { at, zone } = streamNamed(settings, stream)
  const due = `${at.join(', ')} ${zone}`
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
  const { at, zone } = streamNamed(settings, stream)
  const comment = `${isHourly({ at }) ? 'an' : 'the'} hour ${stream} is due`
  return {
    scheduleId: scheduleId(stream),
    spec: { calendars: at.map((time) => ({ ...hourAndMinute(time), comment })), timezone: zone },
    action: {
      type: 'startWorkflow',
      ...whatStarts(stream, settings),
      taskQueue: settings.task_queue,
    },
    // `openNight` ends at once. If it hangs, the next night must still be opened. Two watches do no harm.
    policies: { overlap: ScheduleOverlapPolicy.ALLOW_ALL, catchupWindow },
  }
}

function whatStarts(stream: Stream, settings: Settings) {
  const patience = patienceOf(settings, stream)
  const { at, zone } = streamNamed(settings, stream)
  if (stream !== candidates)
    return {
      workflowType: 'openNight' satisfies (typeof openNight)['name'],
      args: [{ stream, patience, ...(isHourly({ at }) && { due: { at, zone } }), ...speaksBy(settings) }],
    }
  return {
    workflowType: 'watchCandidates' satisfies (typeof watchCandidates)['name'],
    // However long nights watch for respins: the next watch begins tomorrow.
    args: [
      {
        patience: { ...patience, respins: { ...patience.respins, deadlineMs: dayMs } },
        ...speaksBy(settings),
      },
    ],
    workflowId: candidates,
  }
}

function hourAndMinute(time: string): { readonly hour: number; readonly minute: number } {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return { hour, minute }
}
