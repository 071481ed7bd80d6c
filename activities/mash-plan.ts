import { parseMashName } from '../compose/naming/mash-ref.ts'
import { mashPosts } from '../jobs/plan/mash-posts.ts'
import { explainImages } from '../sources/explain-images.ts'
import { openMash } from '../sources/open-mash.ts'
import type { KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** The plan of a complete nightly of 2015, from its boot images and what its Koji tasks made. */
export async function planMash(tools: Tools, compose: string): Promise<KeptPlan> {
  const ref = parseMashName(compose)
  const { tree, images, judged, tasks } = await openMash(tools, ref)
  return {
    compose,
    url: tree,
    label: null,
    version: ref.version,
    posts: mashPosts(ref, images, tools.places.arches),
    images,
    judged: await explainImages(tools, { judged, images, tasks: () => tasks }),
  }
}
