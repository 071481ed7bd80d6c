import type { Archive } from '../archive/archive.ts'
import type { PlanAnswer, PlanInput } from './activities.ts'
import { generationOf } from './generation.ts'
import type { Tools } from './tools.ts'

/** Makes the plan of a complete compose, which from now on is this run's to test. */
export function planCompose(tools: Tools): (input: PlanInput) => Promise<PlanAnswer> {
  return async ({ compose, owner }) => {
    const by = await ownerOf(tools.archive, compose, owner)
    if (by !== owner) return { kind: 'covered', by }
    const plan = await generationOf(tools, compose).plan(tools, compose)
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
