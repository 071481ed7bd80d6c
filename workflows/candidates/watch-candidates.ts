import { activity } from '../activity.ts'
import type { SeenCandidate, SeenCandidates } from '../../activities/looks/composes-seen.ts'
import { dateOf } from '../../compose/naming/calendar.ts'
import { candidates } from '../../compose/naming/candidate.ts'
import { readPatience, readSpeaks } from '../night-input.ts'
import { nightly } from '../nightly.ts'
import { now } from '../now.ts'
import type { Patience } from '../patience.ts'
import { startOnce } from '../start-once.ts'
import { lookUntil } from '../waiting/laps.ts'
import { waitUntil } from '../waiting/wait-until.ts'

/**
 * Watches for candidates, which are not due at any hour, and starts a run for each: `candidate/44/RC-1.2`. A
 * Schedule starts this every day, and it ends when the next one is due. A candidate is tested once, however
 * many watches see it, because its run has the same id.
 * @returns the ids of the runs that it started
 */
export async function watchCandidates(input: {
  readonly patience?: Partial<Patience>
  readonly speaks?: boolean
}): Promise<readonly string[]> {
  const patience = readPatience(input.patience)
  const speaks = readSpeaks(input.speaks)
  const waiting = waitUntil(now() + patience.respins.deadlineMs, patience)
  const night = { stream: candidates, date: dateOf(new Date(now())) }
  const started: string[] = []
  const known: SeenCandidate[] = []
  while (true) {
    const wait = await lookUntil<SeenCandidates, null>(waiting, {
      stage: 'find',
      patience: patience.respins,
      lap(options, pace) {
        const observeCandidates = activity('observeCandidates', { ...options, summary: 'new candidates?' })
        return observeCandidates({ night, known, pace })
      },
    })
    if (wait.kind !== 'seen') return started
    for (const seen of wait.answer.candidates) {
      const { compose, run, date } = seen
      const own = { stream: candidates, date }
      const args: Parameters<typeof nightly> = [{ night: own, compose, patience, ...speaks }]
      if (await startOnce(nightly, { workflowId: run, args, staticSummary: compose })) started.push(run)
      known.push(seen)
    }
  }
}
