import { parseComposeId } from '../compose/naming/compose-id.ts'
import { parseImages } from '../compose/images/images-json.ts'
import { lineupOf } from '../compose/expected/lineup.ts'
import { composeUrlOf, metadataUrl } from '../compose/places/location.ts'
import { parseReleaseMetadata } from '../compose/naming/release-metadata.ts'
import { upgradeReleases } from '../compose/naming/releases.ts'
import { planPosts } from '../jobs/plan/plan.ts'
import type { Releases } from '../jobs/plan/plan-input.ts'
import { explainImages } from '../sources/explain-images.ts'
import { composeTasks } from '../sources/koji-look.ts'
import type { KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** The plan of a complete compose of Pungi, from its metadata. */
export async function planPungi(tools: Tools, compose: string): Promise<KeptPlan> {
  const { places, tree } = tools
  const id = parseComposeId(compose)
  const { version } = id
  const url = composeUrlOf(id, places.composes)
  const { images } = parseImages(await tree.read(metadataUrl(id, places.composes, 'images.json')))
  const releases = await releasesFor(tools, version)
  const { arches, wanted } = places
  const posts = planPosts({ compose, version, location: url, images, arches, wanted, releases })
  const judged = await explainImages(tools, {
    images,
    judged: lineupOf(id),
    tasks: () => composeTasks(tools, { kind: 'pungi', id }),
  })
  return { compose, url, label: null, version, posts, images, judged }
}

async function releasesFor({ places, tree }: Tools, version: string): Promise<Releases> {
  const known = parseReleaseMetadata(await tree.read(places.releases))
  const { CURRREL, RAWREL, UP1REL, UP2REL } = upgradeReleases(version, known)
  return {
    currrel: String(CURRREL),
    rawrel: String(RAWREL),
    up1rel: String(UP1REL),
    up2rel: String(UP2REL),
  }
}
