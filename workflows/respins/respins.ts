import { sleep } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { Found } from '../../activities/activities.ts'
import { composeNightId } from '../../compose/naming/night.ts'
import { nightly } from '../nightly.ts'
import { now } from '../now.ts'
import { startOnce } from '../start-once.ts'
import { lookUntil } from '../waiting/laps.ts'
import { waitUntil } from '../waiting/wait-until.ts'
import type { RespinsInput } from './respins-input.ts'

/**
 * Watches for composes of a night that come when it no longer looks for one: a respin while jobs run, or a
 * compose after the report. Each is tested by a run of its own. It ends when the stream's next night is due.
 */
export async function respins({ night, after, patience, speaks }: RespinsInput): Promise<readonly string[]> {
  const waiting = waitUntil(now() + patience.respins.deadlineMs, patience)
  const runs: string[] = []
  // The night has just looked.
  await sleep(patience.respins.lookMs)
  let known = after
  while (true) {
    const wait = await lookUntil<Found, null>(waiting, {
      stage: 'find',
      patience: patience.respins,
      lap(options, pace) {
        const summary = `newer than ${known.compose ?? 'no compose'}`
        const observeRespin = activity('observeRespin', { ...options, summary })
        return observeRespin({ night, after: known.compose, pace })
      },
    })
    if (wait.kind !== 'seen') return runs
    const { compose } = wait.answer
    const run = composeNightId(night.stream, compose)
    const input = { night, compose, patience, respinOf: known, ...(speaks && { speaks }) }
    await startOnce(nightly, { workflowId: run, args: [input], staticSummary: compose })
    runs.push(run)
    known = { compose, run }
  }
}
