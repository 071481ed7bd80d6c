import { formatComposeId } from '../compose/compose-id.ts'
import { composeNames, newestOf, withoutDiscarded } from '../compose/listing.ts'
import { seriesFolder } from '../compose/location.ts'
import { composeDate } from '../compose/night.ts'
import { parseReleaseMetadata } from '../compose/release-metadata.ts'
import { versionOf } from '../compose/releases.ts'
import type { FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import { looking } from './looking.ts'
import type { Tools } from './tools.ts'

/** Looks for the newest compose of a night in the listing of its stream's folder. */
export function observeCompose(tools: Tools): (input: FindInput) => Promise<Look<Found>> {
  return (input) => looking(input.lookMs, null, () => once(tools, input))
}

async function once({ tree, places }: Tools, input: FindInput): Promise<Look<Found>> {
  const { night, discarded, compose } = input
  const version = versionOf(night.stream, parseReleaseMetadata(await tree.read(places.releases)))
  if (version === null) {
    return {
      kind: 'seen',
      answer: { kind: 'no-branched' },
      said: 'Fedora has no Branched release at present',
    }
  }
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
