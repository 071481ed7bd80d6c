import { formatComposeId } from '../compose/naming/compose-id.ts'
import { composeNames, newestOf, withoutDiscarded } from '../compose/naming/listing.ts'
import { seriesFolder } from '../compose/places/location.ts'
import { composeDate } from '../compose/naming/night.ts'
import type { FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import type { Tools } from './tools.ts'

/** Looks for the newest compose of a night, or for a certain one, in the listing of its stream's folder. */
export async function findPungi(
  { tree, places }: Tools,
  { night, discarded, compose }: FindInput,
  version: string,
): Promise<Look<Found>> {
  const folder = seriesFolder(night.stream, places.composes)
  const listed = withoutDiscarded(composeNames(await tree.read(folder)), discarded)
  const wanted =
    compose === null ? newestOf(listed, night, version) : listed.find((id) => formatComposeId(id) === compose)
  if (!wanted) {
    const name = compose ?? `Fedora-${version}-${composeDate(night)}.n.*`
    const instead = discarded.length === 0 ? '' : ` newer than ${discarded.at(-1) ?? ''}`
    return { kind: 'not-yet', said: `no ${name}${instead} in ${folder}`, memory: null }
  }
  const id = formatComposeId(wanted)
  return { kind: 'seen', answer: { kind: 'compose', compose: id }, said: `${id} is there` }
}
