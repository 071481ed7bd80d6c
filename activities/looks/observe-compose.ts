import { ApplicationFailure } from '@temporalio/activity'
import { findCompose, searchOfNight } from '../../sources/find-compose.ts'
import type { FindInput, FindMemory, Found } from '../activities.ts'
import type { Look, Sight } from './look.ts'
import { isOver } from './window-over.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import type { Tools } from '../tools.ts'

/** Looks for the compose that a night tests: the newest, or the one that the night names. */
export function observeCompose(
  tools: Tools,
): (input: FindInput, memory: FindMemory | null) => Promise<Look<Found, FindMemory>> {
  return (input, memory) => lapActivity({ tools, stage: 'find', ...input }, memory, () => once(tools, input))
}

/** @throws ApplicationFailure, not retryable, if no compose can come any more: the report need not wait. */
async function once(
  tools: Tools,
  { night, compose, discarded }: FindInput,
): Promise<Sight<Found, FindMemory>> {
  const known = tools.lines.map(({ name }) => name)
  if (!known.includes(night.stream)) {
    const said = `this worker's configuration has no stream ${night.stream}; it has ${known.join(', ')}`
    return { kind: 'not-yet', said, memory: null, unanswered: true }
  }
  const window = tools.windowOf(night)
  const found = await findCompose(tools, searchOfNight(night, { compose, discarded, window }))
  switch (found.kind) {
    case 'found':
      return {
        kind: 'seen',
        answer: { compose: found.compose },
        said: `${found.compose} is there`,
      }
    case 'none':
      if (compose === null && isOver(window)) throw ApplicationFailure.nonRetryable(found.said, 'NoRespins')
      return { kind: 'not-yet', said: found.said, memory: { noBranched: false }, told: { key: 'none' } }
    case 'never':
      throw ApplicationFailure.nonRetryable(found.said, 'NoRespins')
    case 'no-branched':
      return {
        kind: 'not-yet',
        said: 'Fedora has no Branched release at present',
        memory: { noBranched: true },
        told: { key: 'no Branched' },
      }
    default:
      return found satisfies never
  }
}
