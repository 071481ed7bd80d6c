import { activityInfo, ApplicationFailure } from '@temporalio/activity'
import { ClientFailure, isFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import { UnknownOutcome } from '../clients/unknown-outcome.ts'
import type { Post, PostOutcome } from '../jobs/plan/post.ts'
import { readPostAnswer, type PostAnswer } from '../jobs/plan/post-answer.ts'
import type { PostInput } from './activities.ts'
import { keyAccepted } from '../sources/openqa/openqa-key.ts'
import { postedJobs } from '../sources/openqa/posted-jobs.ts'
import { recallPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/**
 * Makes one post: it looks in openQA first, and sends the post only if openQA has no jobs of it. No layer
 * retries it. The failure `NotPosted` means that nothing was sent. After any other failure the outcome is
 * unknown, and the workflow must look.
 */
export function schedulePost({ archive, openqa }: Tools): (input: PostInput) => Promise<PostOutcome> {
  return async ({ plan, flavor, arch }) => {
    const beganAt = Date.now()
    const post = findPost(await beforePosting(() => recallPlan(archive, plan)), { flavor, arch })
    const { client } = await beforePosting(() => openqa())
    const there = await beforePosting(() => postedJobs(client, post))
    if (there) return there
    if (!isInTime(beganAt))
      throw notPosted(new Error('the look before the post took so long that nothing was posted'))
    return await send(client, post)
  }
}

/**
 * Whether there is time to finish the post before the activity times out. A post sent later (after a suspend,
 * say) could be a duplicate: the workflow may already have given the post to another worker.
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
      throw new Error(`openQA accepted the post as product ${answer.productId} but has not made its jobs yet`)
    default:
      return answer satisfies never
  }
}

/** A failure before anything was sent allows a new try. */
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
