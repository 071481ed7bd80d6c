import { isFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import type { KeptPlan } from '../jobs/plan/kept-plan.ts'
import { othersJobs } from '../jobs/results/others-jobs.ts'
import type { Tools } from './tools.ts'

/** Whether the posts of a plan are made; `why` not, if not for want of a key. */
export type PlanMode = { readonly kind: 'post' } | { readonly kind: 'observe'; readonly why?: string }

/** Whether the posts of a plan are made: not where another scheduler has posted a part of the compose. */
export async function planMode(
  { openqa }: Pick<Tools, 'openqa'>,
  { posts }: Pick<KeptPlan, 'posts'>,
): Promise<PlanMode> {
  const { client, canPost, observes } = await openqa()
  if (!canPost) return observes === undefined ? { kind: 'observe' } : { kind: 'observe', why: observes }
  const why = await postedByOthers(client, posts[0]?.settings['BUILD'] ?? '')
  return why === null ? { kind: 'post' } : { kind: 'observe', why }
}

/** While openQA does not answer, nothing can be posted either: each post looks again before it is made. */
async function postedByOthers(client: OpenQa, build: string): Promise<string | null> {
  try {
    return build === '' ? null : othersJobs(build, await client.everyJobOfBuild(build))
  } catch (error) {
    if (isFailure(error, 'unreachable')) return null
    throw error
  }
}
