import { ApplicationFailure } from '@temporalio/activity'
import { laterOfNight } from '../../compose/naming/later-respin.ts'
import { findCompose, searchOfNight } from '../../sources/find-compose.ts'
import type { Found } from '../activities.ts'
import type { RespinInput } from './composes-seen.ts'
import type { Look, Sight } from './look.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import { isOver } from './window-over.ts'
import { noteCompose } from '../note-compose.ts'
import type { Tools } from '../tools.ts'

/** Looks for a compose of a night that is newer than the one it has. */
export function observeRespin(tools: Tools): (input: RespinInput) => Promise<Look<Found>> {
  return (input) => lapActivity({ tools, stage: null, ...input }, null, () => once(tools, input))
}

/** @throws ApplicationFailure, not retryable, for composes that have no respins */
async function once(tools: Tools, { night, after }: RespinInput): Promise<Sight<Found>> {
  const window = tools.windowOf(night)
  const found = await findCompose(tools, searchOfNight(night, { window }))
  if (found.kind === 'never') throw ApplicationFailure.nonRetryable(found.said, 'NoRespins')
  if (found.kind !== 'found' || (after !== null && laterOfNight(night, after, [found.compose]) === null)) {
    const said = `nothing newer than ${after ?? 'no compose'}`
    if (isOver(window)) throw ApplicationFailure.nonRetryable(`${said}, and the window is over`, 'NoRespins')
    return { kind: 'not-yet', said, memory: null }
  }
  const { compose, ref } = found
  await noteCompose(tools, night, { compose, ref, state: 'seen' })
  return { kind: 'seen', answer: { compose }, said: `${compose} is there` }
}
