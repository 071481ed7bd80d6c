import { parseReleaseMetadata } from '../compose/naming/release-metadata.ts'
import { versionOf } from '../compose/naming/releases.ts'
import type { FindInput, Found } from './activities.ts'
import { generationOf } from './generation.ts'
import type { Look } from './look.ts'
import { looking } from './looking.ts'
import type { Tools } from './tools.ts'

/** Looks for the compose of a night to test: the newest, or the one that was asked for. */
export function observeCompose(tools: Tools): (input: FindInput) => Promise<Look<Found>> {
  return (input) => looking(input.pace, null, () => once(tools, input))
}

async function once(tools: Tools, input: FindInput): Promise<Look<Found>> {
  const { tree, places } = tools
  const version = versionOf(input.night.stream, parseReleaseMetadata(await tree.read(places.releases)))
  if (version !== null) return generationOf(tools, input.compose).find(tools, input, version)
  const said = 'Fedora has no Branched release at present'
  return { kind: 'seen', answer: { kind: 'no-branched' }, said }
}
