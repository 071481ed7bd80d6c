import type { Archive } from '../archive/archive.ts'
import { parseComposeId } from '../compose/compose-id.ts'
import { parseImages } from '../compose/images-json.ts'
import { composeUrlOf, metadataUrl } from '../compose/location.ts'
import { parseReleaseMetadata } from '../compose/release-metadata.ts'
import { upgradeReleases } from '../compose/releases.ts'
import { planPosts } from '../jobs/plan.ts'
import type { PlanAnswer, PlanInput } from './activities.ts'
import type { KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** Makes the plan of a complete compose, which from now on is this run's to test. */
export function planCompose(tools: Tools): (input: PlanInput) => Promise<PlanAnswer> {
  return async ({ compose, owner }) => {
    const by = await ownerOf(tools.archive, compose, owner)
    if (by !== owner) return { kind: 'covered', by }
    const plan = await planned(tools, compose)
    const { canPost } = await tools.openqa()
    return {
      kind: canPost ? 'post' : 'observe',
      plan: await tools.archive.keep(plan),
      posts: plan.posts.map(({ flavor, arch }) => ({ flavor, arch })),
    }
  }
}

/** The run that a compose belongs to: the first that asks, for ever. */
function ownerOf(archive: Archive, compose: string, asking: string): Promise<string> {
  return archive.claim(`compose/${compose}`, asking)
}

async function planned({ places, tree }: Tools, compose: string): Promise<KeptPlan> {
  const id = parseComposeId(compose)
  const url = composeUrlOf(id, places.composes)
  const { images } = parseImages(await tree.read(metadataUrl(id, places.composes, 'images.json')))
  const { CURRREL, RAWREL, UP1REL, UP2REL } = upgradeReleases(
    id.version,
    parseReleaseMetadata(await tree.read(places.releases)),
  )
  const posts = planPosts({
    compose,
    version: id.version,
    location: url,
    images,
    arches: places.arches,
    releases: {
      currrel: String(CURRREL),
      rawrel: String(RAWREL),
      up1rel: String(UP1REL),
      up2rel: String(UP2REL),
    },
  })
  return { compose, url, label: null, version: id.version, posts, images }
}
