import { kojiNameOf } from '../../compose/koji/koji-name.ts'
import type { Change } from '../../compose/messages/read-message.ts'
import { candidates } from '../../compose/naming/candidate.ts'
import { readComposeId } from '../../compose/naming/compose-id.ts'
import { nightOf } from '../../compose/naming/night-of.ts'
import type { Night } from '../../compose/naming/night.ts'
import type { Settings } from '../config/config.ts'
import { linesOf } from '../config/streams.ts'
import type { OpenRun } from './open-runs.ts'

/** The runs that wait for what a message says has changed: each would see it at its next look, too. */
export function whoLooks(
  change: Change,
  runs: readonly OpenRun[],
  settings: Pick<Settings, 'streams'>,
): readonly OpenRun[] {
  const nights = runs.filter(({ type }) => type === 'nightly')
  switch (change.kind) {
    case 'compose':
      return waitForCompose(change.compose, runs, settings)
    case 'jobs': {
      // A night that awaits its jobs sees a restart when the job has ended.
      const stages = change.jobs === 'ended' ? ['await', 'watch'] : ['watch']
      return nights.filter(({ compose, stage }) => compose === change.compose && stages.includes(stage))
    }
    case 'tasks':
      return nights.filter(({ compose, stage }) => stage === 'complete' && isOf(change, compose))
    default:
      return change satisfies never
  }
}

const unsettled = ['find', 'complete']

/** The night that has the compose, else those that may find it. */
function waitForCompose(
  compose: string,
  runs: readonly OpenRun[],
  settings: Pick<Settings, 'streams'>,
): readonly OpenRun[] {
  const its = runs.filter((run) => run.compose === compose)
  if (its.length > 0) return its.filter(({ stage }) => unsettled.includes(stage))
  const id = readComposeId(compose)
  const night = id && nightOf({ kind: 'pungi', id }, linesOf(settings))
  if (night === null) return []
  if (night.stream === candidates) return runs.filter(({ type }) => type === 'watchCandidates')
  return runs.filter(
    ({ workflowId, type, stage }) =>
      (type === 'respins' || (type === 'nightly' && unsettled.includes(stage))) &&
      mayHave(workflowId.replace(/^respins\//, ''), night),
  )
}

const dayMs = 86_400_000

/** Whether a compose of a stream and date may be the night's. A due window may reach into the next day. */
function mayHave(nightId: string, { stream, date }: Night): boolean {
  const before = new Date(Date.parse(date) - dayMs).toISOString().slice(0, 10)
  const start = `nightly/${stream}/`
  return nightId === `${start}${date}` || [date, before].some((day) => nightId.startsWith(`${start}${day}T`))
}

function isOf({ version, release }: Extract<Change, { kind: 'tasks' }>, compose: string): boolean {
  const id = readComposeId(compose)
  const name = id && kojiNameOf({ kind: 'pungi', id })
  if (!name) return false
  return name.release === release && ['', name.version.toLowerCase()].includes(version.toLowerCase())
}
