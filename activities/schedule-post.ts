import { activityInfo, ApplicationFailure } from '@temporalio/activity'
import { ClientFailure, isFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../clients/unknown-outcome.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import { readPostAnswer, type PostAnswer } from '../jobs/plan/post-answer.ts'
import type { PostInput } from './activities.ts'
import { keyAccepted } from '../sources/openqa-key.ts'
import { postedJobs } from '../sources/posted-jobs.ts'
import { recallPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/**
 * One post: looked for, and only where openQA has nothing, sent once. It is never tried again by any layer: a failure
 * `NotPosted` means that certainly nothing was sent, any other that nobody knows and the workflow must look.
 */
export function schedulePost({ archive, openqa }: Tools): (input: PostInput) => Promise<PostOutcome> {
  return async ({ plan, flavor, arch }) => {
    const beganAt = Date.now()
    const post = findPost(await beforePosting(() => recallPlan(archive, plan)), { flavor, arch })
    const { client } = await openqa()
    const there = await beforePosting(() => postedJobs(client, post))
    if (there) return there
    if (!isInTime(beganAt))
      throw notPosted(new Error('the look before the post took too long to post after it'))
    return await send(client, post)
  }
}

/**
 * Whether the post will be over within the activity. One that is sent later, by a machine that was asleep say, would
 * meet a workflow that has given it up, and may have had another worker post it.
 */
function isInTime(beganAt: number): boolean {
  return Date.now() - beganAt < activityInfo().startToCloseTimeoutMs / 3
}

/** The post of a plan for one (flavor, arch). */
export function findPost(
  { posts }: { readonly posts: readonly Post[] },
  { flavor, arch }: Pick<Post, 'flavor' | 'arch'>,
): Post {
  const post = posts.find((each) => each.flavor === flavor && each.arch === arch)
  if (post) return post
  throw ApplicationFailure.nonRetryable(`the plan has no post for ${flavor} ${arch}`, 'NotPosted')
}

async function send(client: OpenQa, post: Post): Promise<PostOutcome> {
  try {
    return outcomeOf(post, readPostAnswer(await client.post(post.settings)))
  } catch (error) {
    if (!(error instanceof ClientFailure) || error instanceof UnknownOutcome) throw error
    const refused = isFailure(error, 'refused') || isFailure(error, 'absent')
    if (refused && (await beforePosting(() => keyAccepted(client)))) {
      return { kind: 'refused', flavor: post.flavor, arch: post.arch, why: error.message }
    }
    throw notPosted(error)
  }
}

function outcomeOf({ flavor, arch }: Post, answer: PostAnswer): PostOutcome {
  switch (answer.kind) {
    case 'scheduled':
      return { kind: 'scheduled', flavor, arch, jobs: answer.ids.length }
    case 'partial':
      return { kind: 'partial', flavor, arch, jobs: answer.ids.length, why: answer.why.join('; ') }
    case 'refused':
      return { kind: 'refused', flavor, arch, why: answer.why }
    case 'accepted':
      throw new Error(`openQA took the post as product ${answer.productId} before its jobs were made`)
    default:
      return answer satisfies never
  }
}

/** What fails before anything was sent may be done again freely. */
async function beforePosting<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    throw notPosted(error)
  }
}

function notPosted(error: unknown): ApplicationFailure {
  const message = error instanceof Error ? error.message : String(error)
  return ApplicationFailure.create({ message, type: 'NotPosted', nonRetryable: true })
}
