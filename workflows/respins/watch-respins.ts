import { dateOfNight } from '../../compose/naming/night.ts'
import type { NightContext } from '../night-context.ts'
import type { Ready } from '../stages/ready-compose.ts'
import { startOnce } from '../start-once.ts'
import type { RespinsInput } from './respins-input.ts'

/**
 * Has the respins of a night watched for, by a workflow of its own: `respins/<night>`. A night that a person
 * limited to a compose, to some flavors or arches has no respins.
 */
export async function watchRespins({ input, workflowId }: NightContext, ready: Ready): Promise<void> {
  const { night, patience, speaks } = input
  const { compose: only, flavors, arches } = input
  const isLimited = only !== undefined || flavors !== undefined || arches !== undefined
  const isSettled = isLimited || (ready.kind === 'none' && ready.outcome === 'no-branched')
  if (isSettled) return
  const compose = ready.compose ?? ready.discarded.at(-1)?.id ?? null
  await startOnce<(watch: RespinsInput) => Promise<unknown>>('respins', {
    workflowId: `respins/${workflowId}`,
    args: [{ night, patience, after: { compose, run: workflowId }, ...(speaks && { speaks }) }],
    staticSummary: `respins of ${night.stream} ${dateOfNight(night)}`,
  })
}
