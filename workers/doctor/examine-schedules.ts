import type { Client } from '@temporalio/client'
import { candidates } from '../../compose/naming/candidate.ts'
import { nextDueMs } from '../../compose/streams/due-times.ts'
import { minuteOf } from '../../report/minute.ts'
import type { Settings } from '../config/config.ts'
import { streamNamed } from '../config/streams.ts'
import { timesOf } from '../due.ts'
import { readSchedules, type ScheduleRow } from '../temporal/schedules.ts'
import { ok, problem, type Diagnosis } from './diagnosis.ts'

/** Whether the night of each stream will be opened, and when the configuration says. */
export async function examineSchedules(client: Client, settings: Settings): Promise<readonly Diagnosis[]> {
  const rows = await readSchedules(client, settings)
  const watch = rows.find(({ stream, state }) => stream === candidates && state === 'active')
  const found = rows.map((row) => examineSchedule(row, settings))
  return watch === undefined ? found : [...found, await examineWatch(client, settings, watch)]
}

/** Whether a watch for candidates runs: its Schedule begins the next one only tomorrow. */
async function examineWatch(client: Client, settings: Settings, row: ScheduleRow): Promise<Diagnosis> {
  const about = 'watch for candidates'
  const query = `WorkflowType = 'watchCandidates' AND ExecutionStatus = 'Running' AND TaskQueue = '${settings.task_queue}'`
  const { count } = await client.workflow.count(query)
  if (count > 0) return ok(about, 'it runs')
  const until = row.next === null ? '' : ` before ${minuteOf(row.next)}`
  const trigger = `temporal schedule trigger --schedule-id ${row.id}`
  return problem(about, `none runs, so no candidate is found${until}`, trigger)
}

const aroundMs = 60_000
const apply = 'nightjar schedule apply'

function examineSchedule(row: ScheduleRow, settings: Settings): Diagnosis {
  const { stream, id, state, next, due } = row
  const about = `Schedule of ${stream}`
  if (state === 'not applied') {
    return streamNamed(settings, stream).report_within === null
      ? ok(about, 'there is none, and report_within is "never"')
      : problem(about, `there is no Schedule ${id}, so no night is opened`, apply)
  }
  if (state === 'paused') {
    const unpause = `temporal schedule toggle --schedule-id ${id} --unpause --reason …`
    return problem(about, `${id} is paused, so no night is opened`, unpause)
  }
  if (next === null) return problem(about, `${id} plans no night`, apply)
  const what = stream === candidates ? 'begins the next watch' : 'opens the next night'
  const said = `${id} ${what} ${minuteOf(next)}`
  return isDue(settings, row, next) ? ok(about, said) : problem(about, `${said}, not at ${due}`, apply)
}

/** Whether the configuration says that moment, too, and none before it. */
function isDue(settings: Settings, { stream }: ScheduleRow, next: string): boolean {
  const times = timesOf(settings, stream)
  const ms = Date.parse(next)
  // Around a due moment the server may be a little ahead, or behind.
  return nextDueMs(times, ms) === ms && nextDueMs(times, Date.now() + aroundMs) >= ms
}
