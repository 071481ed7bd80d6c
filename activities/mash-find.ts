import { formatComposeName } from '../compose/compose-name.ts'
import { composeUrl } from '../compose/compose-url.ts'
import { mashOfNight, parseMashName } from '../compose/mash-ref.ts'
import type { FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import type { Tools } from './tools.ts'

/** Looks for the tree of a date's nightly, which has no respins: after a dead one none comes. */
export async function findMash(
  { tree, places }: Tools,
  { night, discarded, compose }: FindInput,
  version: string,
): Promise<Look<Found>> {
  const ref = compose === null ? mashOfNight(night, version) : parseMashName(compose)
  const name = formatComposeName(ref)
  if (discarded.includes(name)) {
    return { kind: 'not-yet', said: `${name} is the only nightly of its date`, memory: null }
  }
  const url = `${composeUrl(ref, places.sites)}/`
  return (await tree.exists(url))
    ? { kind: 'seen', answer: { kind: 'compose', compose: name }, said: `${name} is there` }
    : { kind: 'not-yet', said: `no ${name} at ${url}`, memory: null }
}
