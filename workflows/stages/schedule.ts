import { rootCause } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { PlanAnswer } from '../../activities/activities.ts'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import { activityFailure } from '../activity-failure.ts'
import type { NightContext } from '../night-context.ts'
import { gate } from './gate.ts'
import { onceMore } from '../once-more.ts'
import { repeatableOptions } from '../options.ts'
import { settlePost } from './post.ts'
import { tagImportant } from './tag.ts'
import { waitBoard } from '../waiting/wait-board.ts'

/** Posts that run at the same time: openQA makes jobs in its few web processes, which people need as well. */
const postsAtOnce = 6

/** The result of the third stage: the plan in the archive, and the outcome of each post. */
export interface Planned {
  readonly kind: 'planned'
  readonly plan: string
  /** `observe`: somebody else makes the jobs. */
  readonly mode: 'post' | 'observe'
  readonly posts: readonly PostOutcome[]
  /** Why a candidate's build is not tagged as important. */
  readonly untagged?: string
}

/** How the third stage ended. `covered`: another run tests this compose. */
export type Scheduled =
  | Planned
  | { readonly kind: 'covered'; readonly by: string }
  | { readonly kind: 'unplanned'; readonly why: string }

const noKey = "no openQA key, so nothing is posted; the jobs are somebody else's"

/** The third stage: makes every post of the plan exactly once. A refused post does not stop the others. */
export async function schedule(context: NightContext, compose: string): Promise<Scheduled> {
  const { recorder, input } = context
  recorder.enter('schedule', input.patience.schedule.deadlineMs)
  const plan = await planned(context, compose)
  if (plan.kind === 'unplanned') {
    recorder.leave('schedule', 'gave-up', plan.why)
    return plan
  }
  if (plan.kind === 'covered') {
    recorder.leave('schedule', 'done', `${compose} is tested by ${plan.by}`)
    return plan
  }
  if (plan.kind === 'observe') {
    recorder.leave('schedule', 'done', `observing: ${plan.why ?? noKey}`)
    return { kind: 'planned', plan: plan.plan, mode: 'observe', posts: [] }
  }
  const board = waitBoard((said) => recorder.heard('schedule', said))
  const posting = { atOnce: gate(postsAtOnce), board }
  const posts = await Promise.all(
    plan.posts.map((post) => settlePost(context, { plan: plan.plan, ...post }, posting)),
  )
  const failed = posts.filter(({ kind }) => kind !== 'scheduled' && kind !== 'found').length
  const untagged = plan.isCandidate ? await tagImportant(context, plan.plan) : null
  const said = untagged === null ? tally(posts, failed) : `${tally(posts, failed)}; not tagged: ${untagged}`
  recorder.leave('schedule', failed === 0 ? 'done' : 'gave-up', said)
  const made = { kind: 'planned', plan: plan.plan, mode: 'post', posts } as const
  return untagged === null ? made : { ...made, untagged }
}

async function planned(
  { recorder, input, workflowId }: NightContext,
  compose: string,
): Promise<PlanAnswer | { readonly kind: 'unplanned'; readonly why: string }> {
  const { night, flavors, arches, patience } = input
  const plan = () => {
    const options = repeatableOptions(patience, patience.schedule, recorder.leftMs('schedule'))
    const planCompose = activity('planCompose', { ...options, summary: `plan ${compose}` })
    return planCompose({
      night,
      compose,
      owner: workflowId,
      ...(flavors && { flavors }),
      ...(arches && { arches }),
    })
  }
  try {
    return await onceMore(plan)
  } catch (error) {
    const failure = activityFailure(error)
    return { kind: 'unplanned', why: rootCause(failure) ?? failure.message }
  }
}

function tally(posts: readonly PostOutcome[], failed: number): string {
  const jobs = posts.reduce((sum, post) => sum + ('jobs' in post ? post.jobs : 0), 0)
  const settled = `${posts.length - failed} of ${posts.length} flavors scheduled, ${jobs} jobs`
  return failed === 0 ? settled : `${settled}; ${failed} refused, partial or unknown`
}
