import { nameOfNight } from '../../compose/naming/night.ts'
import type { DescribedRun } from './known-night.ts'

/** How a night stands that was started before, and what to type; `running` is no mistake of anybody's. */
export interface BeforeStart {
  readonly stands: 'running' | 'open' | 'ended'
  readonly said: string
}

type Ended = Pick<DescribedRun, 'status' | 'verdict' | 'isTakeover'>

/** Whether a run ended without a report, so that its night may be started once more. */
export function mayStartAgain({ status, verdict, isTakeover }: Ended): boolean {
  if (status === 'RUNNING' || status === 'COMPLETED') return false
  return (verdict === '' || verdict === 'unreported') && !isTakeover
}

/** How a night stands that cannot be started because of its newest run. */
export function beforeStart(id: string, run: DescribedRun, now: string): BeforeStart {
  const { status, stage, verdict, endedAt } = run
  const rerun = `nightjar rerun ${nameOfNight(id)}`
  const word = verdict.toUpperCase()
  if (status === 'RUNNING') {
    if (stage === 'watch')
      return {
        stands: 'open',
        said: `${id} is open: it reported ${word}; to run what failed again: ${rerun}`,
      }
    const place = stage === '' || stage === 'over' ? '' : `: it is in ${stage}`
    return { stands: 'running', said: `${id} was started before${place}` }
  }
  const at = endedAt?.startsWith(now.slice(0, 10)) ? endedAt.slice(11, 16) : minute(endedAt ?? '')
  const ended = `${id} ended ${word || status} at ${at} UTC`
  if (verdict === 'covered')
    return { stands: 'ended', said: `${ended}: another run tests and reports on its compose` }
  const again = verdict === 'passed' ? `${rerun} --all` : rerun
  return { stands: 'ended', said: `${ended}; to run it again: ${again}` }
}

function minute(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
