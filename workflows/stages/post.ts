import { ActivityFailure, ApplicationFailure, isCancellation, rootCause } from '@temporalio/workflow'
import { activity } from '../activity.ts'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import type { PostInput } from '../../activities/activities.ts'
import type { Gate } from './gate.ts'
import type { NightContext } from '../night-context.ts'
import { lookUntil } from '../waiting/laps.ts'
import type { WaitBoard } from '../waiting/wait-board.ts'
import { now } from '../now.ts'
import { onceOptions } from '../options.ts'

/** The failure type of `schedulePost` which means that nothing was sent. */
const notPosted = 'NotPosted'

/** What all posts of a night have in common. */
export interface Posting {
  readonly atOnce: Gate
  /** What those that wait heard last. */
  readonly board: WaitBoard
}

/**
 * Makes one post exactly once: looks for its jobs, then posts. If the outcome is unknown, it looks until the
 * outcome is known. It posts again only if openQA had time to finish and still has no jobs. The gate keeps
 * the order: every post has its first try before one is made again.
 */
export async function settlePost(
  context: NightContext,
  input: PostInput,
  posting: Posting,
): Promise<PostOutcome> {
  const outcome = await settled(context, input, posting)
  posting.board.over(nameOf(input))
  return outcome
}

async function settled(
  context: NightContext,
  input: PostInput,
  { atOnce, board }: Posting,
): Promise<PostOutcome> {
  const { recorder, input: night } = context
  const { settleMs } = night.patience
  const name = nameOf(input)
  let why: string
  // Even if the run was reset after its deadline, look at openQA before the outcome is called unknown.
  do {
    const attempt = await atOnce(() => postOnce(context, input))
    if (attempt.kind === 'known') return attempt.outcome
    why = attempt.why
    board.heard(name, { said: why, unansweredSince: new Date(now()).toISOString() })
    const openUntil = new Date(now() + (attempt.sent ? settleMs : 0)).toISOString()
    const seen = await reconcile(context, input, openUntil, board)
    if (seen.kind !== 'nothing') return seen.kind === 'unsettled' ? unknown(input, seen.why) : seen
  } while (recorder.leftMs('schedule') > 0)
  return unknown(input, `openQA has no jobs of it, and the time to post is over; before, ${why}`)
}

type Attempt =
  | { readonly kind: 'known'; readonly outcome: PostOutcome }
  | { readonly kind: 'unknown'; readonly sent: boolean; readonly why: string }

async function postOnce({ input }: NightContext, post: PostInput): Promise<Attempt> {
  const schedulePost = activity('schedulePost', {
    ...onceOptions(input.patience),
    summary: `post ${nameOf(post)}`,
  })
  try {
    return { kind: 'known', outcome: await schedulePost(post) }
  } catch (error) {
    if (!(error instanceof ActivityFailure) || isCancellation(error)) throw error
    const sent = !(error.cause instanceof ApplicationFailure && error.cause.type === notPosted)
    return { kind: 'unknown', sent, why: rootCause(error) ?? error.message }
  }
}

async function reconcile(
  context: NightContext,
  post: PostInput,
  openUntil: string,
  board: WaitBoard,
): Promise<PostOutcome | { kind: 'nothing' } | { kind: 'unsettled'; why: string }> {
  const patience = context.input.patience.schedule
  const wait = await lookUntil<PostOutcome | { readonly kind: 'nothing' }, null>(context, {
    stage: 'schedule',
    patience,
    heard: (answer) => board.heard(nameOf(post), answer),
    lap(options, pace) {
      const observePost = activity('observePost', {
        ...options,
        summary: `what became of ${nameOf(post)}?`,
      })
      return observePost({ ...post, night: context.input.night, openUntil, pace })
    },
  })
  return wait.kind === 'seen' ? wait.answer : { kind: 'unsettled', why: wait.said }
}

function unknown({ flavor, arch }: PostInput, why: string): PostOutcome {
  return { kind: 'unknown', flavor, arch, why }
}

function nameOf({ flavor, arch }: PostInput): string {
  return `${flavor} ${arch}`
}
