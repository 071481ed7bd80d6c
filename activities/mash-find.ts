import { ApplicationFailure } from '@temporalio/activity'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { mashOfNight, parseMashName } from '../compose/naming/mash-ref.ts'
import type { FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import type { Tools } from './tools.ts'

/**
 * Looks for the tree of a date's nightly, which has no respins.
 * @throws ApplicationFailure that is final where it is dead: none comes in its place, and the report need not wait.
 */
export async function findMash(
  { tree, places }: Tools,
  { night, discarded, compose }: FindInput,
  version: string,
): Promise<Look<Found>> {
  const ref = compose === null ? mashOfNight(night, version) : parseMashName(compose)
  const name = formatComposeName(ref)
  if (discarded.includes(name)) {
    throw ApplicationFailure.nonRetryable(`${name} is the only nightly of its date`, 'NoRespins')
  }
  const url = `${composeUrl(ref, places.sites)}/`
  return (await tree.exists(url))
    ? { kind: 'seen', answer: { kind: 'compose', compose: name }, said: `${name} is there` }
    : { kind: 'not-yet', said: `no ${name} at ${url}`, memory: null }
}
