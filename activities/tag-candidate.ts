import { ApplicationFailure } from '@temporalio/activity'
import { isFailure } from '../clients/failure.ts'
import type { OpenQa } from '../clients/openqa/openqa.ts'
import { candidateTag } from '../jobs/plan/candidate-tag.ts'
import { parseGroupComments, parseJobGroups } from '../jobs/results/job-groups.ts'
import { needFromArchive } from './archive-failures.ts'
import { recallPlan, type Ref } from './recall.ts'
import type { Tools } from './tools.ts'

/** A candidate whose posts are made. */
export interface TagInput {
  readonly plan: Ref
}

/**
 * Tags the build of a candidate as important in the job groups of its jobs, as Fedora's scheduler does:
 * openQA then keeps its results, and no nightly obsoletes its jobs. A group that has the tag gets no second
 * one: a try whose answer was lost is followed by a look.
 * @returns how many groups have the tag now
 */
export function tagCandidate({ archive, openqa }: Tools): (input: TagInput) => Promise<number> {
  return async ({ plan }) => {
    const { compose } = await needFromArchive(() => recallPlan(archive, plan))
    const { client } = await openqa()
    const groups = parseJobGroups(await client.jobsOfBuild(compose))
    for (const group of groups) await tag(client, group, candidateTag(compose))
    return groups.length
  }
}

/** @throws ApplicationFailure `NotTagged`, which is final, if openQA refuses it */
async function tag(client: OpenQa, group: number, text: string): Promise<void> {
  const comments = parseGroupComments(await client.groupComments(group))
  if (comments.some((comment) => comment.includes(text))) return
  try {
    await client.commentOnGroup(group, text)
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error
    throw ApplicationFailure.nonRetryable(error.message, 'NotTagged')
  }
}
