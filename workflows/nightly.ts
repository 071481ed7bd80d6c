import { defineQuery, setHandler, workflowInfo } from '@temporalio/workflow'
import { awaitJobs, watchJobs } from './await-jobs.ts'
import type { Course, NightInput } from './course.ts'
import { openDiary } from './diary.ts'
import { takeNudges } from './nudge.ts'
import { readyCompose } from './ready-compose.ts'
import { report, type Ending, type NightResult } from './report.ts'
import { schedule } from './schedule.ts'
import type { NightProgress } from './stage.ts'

/** The night's stages as data: state, since when, last answer, deadline. */
export const progress = defineQuery<NightProgress>('progress')

/** One night of one stream: from the hour its compose is due to the report on it. */
export async function nightly(input: NightInput): Promise<NightResult> {
  const course = begin(input)
  const ready = await readyCompose(course)
  if (ready.kind === 'none') return report(course, ready)

  const { compose, status, discarded } = ready
  const scheduled = await schedule(course, compose)
  if (scheduled.kind === 'covered') return leaveTo(course, compose, scheduled.by)
  if (scheduled.kind === 'unplanned') {
    return report(course, { outcome: 'unfinished-tests', why: scheduled.why, compose, status, discarded })
  }

  const jobs = await awaitJobs(course, scheduled)
  const { plan, mode, posts } = scheduled
  const ending = { compose, status, discarded, plan, mode, posts, refusedRestarts: jobs.refused }
  if (jobs.kind === 'seen') {
    return report(course, { ...ending, outcome: 'tested', why: jobs.said, jobs: jobs.answer.jobs })
  }
  const partial = await report(course, {
    ...ending,
    outcome: 'unfinished-tests',
    why: jobs.said,
    ...seenJobs(jobs),
  })
  return jobs.kind === 'hopeless' ? partial : ((await amended(course, ending)) ?? partial)
}

function begin(input: NightInput): Course {
  const { workflowId } = workflowInfo()
  const diary = openDiary(input.night)
  setHandler(progress, () => diary.progress(), { description: 'The five stages and where each stands.' })
  return { input, workflowId, diary, nudge: takeNudges() }
}

/** After a partial report: if the rest arrives within the watch time, the report is amended. */
async function amended(
  course: Course,
  ending: Omit<Ending, 'outcome' | 'why' | 'jobs'> & { readonly plan: string },
): Promise<NightResult | null> {
  const { await: first, watch } = course.input.patience
  course.diary.enter('await', first.deadlineMs + watch.deadlineMs)
  const late = await watchJobs(course, ending.plan, watch)
  if (late.kind !== 'seen') {
    course.diary.leave('await', 'gave-up', late.said)
    return null
  }
  course.diary.leave('await', 'done', late.said)
  return report(course, { ...ending, outcome: 'tested', why: late.said, jobs: late.answer.jobs }, 2)
}

function leaveTo({ diary }: Course, compose: string, owner: string): NightResult {
  diary.conclude('covered')
  const subject = `${compose} is tested and reported on by ${owner}`
  return { outcome: 'covered', verdict: 'covered', compose, subject, document: null, messageId: null }
}

function seenJobs({ memory }: { readonly memory: { readonly jobs: string | null } | null }): {
  jobs?: string
} {
  return memory?.jobs ? { jobs: memory.jobs } : {}
}
