import type { PostOutcome } from '../../jobs/plan/post.ts'
import type { PostLookInput } from '../activities.ts'
import { needFromArchive } from '../archive-failures.ts'
import type { Look, Sight } from './look.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import { keyAccepted } from '../../sources/openqa/openqa-key.ts'
import { postedJobs } from '../../sources/openqa/posted-jobs.ts'
import { recallPlan } from '../recall.ts'
import { findPost } from '../schedule-post.ts'
import type { Tools } from '../tools.ts'

type Answer = PostOutcome | { readonly kind: 'nothing' }

/**
 * Looks for the outcome of a post whose answer was lost. It returns `nothing` only if openQA had time to
 * finish and accepts our key now.
 */
export function observePost(tools: Tools): (input: PostLookInput) => Promise<Look<Answer>> {
  return (input) => lapActivity({ tools, stage: 'schedule', ...input }, null, () => once(tools, input))
}

async function once({ archive, openqa }: Tools, input: PostLookInput): Promise<Sight<Answer>> {
  const post = findPost(await needFromArchive(() => recallPlan(archive, input.plan)), input)
  const name = `${input.flavor} ${input.arch}`
  const { client } = await openqa()
  const there = await postedJobs(client, post)
  if (there) return { kind: 'seen', answer: there, said: `openQA has the jobs of ${name}` }
  if (Date.now() < Date.parse(input.openUntil)) {
    const until = input.openUntil.slice(11, 16)
    return {
      kind: 'not-yet',
      said: `no jobs of it; openQA may still make them until ${until} UTC`,
      memory: null,
      told: { key: 'no jobs yet' },
    }
  }
  if (await keyAccepted(client)) {
    return { kind: 'seen', answer: { kind: 'nothing' }, said: `openQA has nothing for ${name}` }
  }
  const said = 'openQA refuses our API key, so nothing is posted; put the right key and secret in client.conf'
  return { kind: 'not-yet', said, memory: null, told: { key: 'refused' } }
}
