import { defineQuery, setHandler, workflowInfo } from '@temporalio/workflow'
import { awaitJobs, watchJobs } from './await-jobs.ts'
import type { NightContext, NightInput } from './night-context.ts'
import { readNightInput, type TypedNight } from './night-input.ts'
import { recordNight } from './night-recorder.ts'
import { now } from './now.ts'
import { takeNudges } from './waiting/nudge.ts'
import { readyCompose } from './ready-compose.ts'
import { report, type NightEnd, type NightResult, type Reported } from './report.ts'
import { watchRespins } from './respins/watch-respins.ts'
import { schedule } from './schedule.ts'
import type { NightProgress } from './stage.ts'
import { sayUnreported } from './unreported.ts'

/** The night's stages as data: state, start, last answer, deadline. */
const progress = defineQuery<NightProgress>('progress')

/** One night of one stream: from the hour when its compose is due to the report. */
export async function nightly(typed: TypedNight): Promise<NightResult> {
  const context = begin(readNightInput(typed))
  try {
    return await play(context)
  } catch (error) {
    await sayUnreported(context, error)
    throw error
  }
}

async function play(context: NightContext): Promise<NightResult> {
  const ready = await readyCompose(context)
  await watchRespins(context, ready)
  if (ready.kind === 'none') return (await report(context, ready)).result

  const { compose, status, discarded } = ready
  const scheduled = await schedule(context, compose)
  if (scheduled.kind === 'covered') return leaveTo(context, compose, scheduled.by)
  if (scheduled.kind === 'unplanned') {
    const unplanned = { outcome: 'unfinished-tests', why: scheduled.why, compose, status, discarded } as const
    return (await report(context, unplanned)).result
  }

  const jobs = await awaitJobs(context, compose, scheduled)
  const { plan, mode, posts } = scheduled
  const ending = { compose, status, discarded, plan, mode, posts, refusedRestarts: jobs.refused }
  if (jobs.kind === 'seen') {
    const tested = { ...ending, outcome: 'tested', why: jobs.said, jobs: jobs.answer.jobs } as const
    return (await report(context, tested)).result
  }
  const last = jobs.last === null ? {} : { jobs: jobs.last }
  const unfinished = { ...ending, outcome: 'unfinished-tests', why: jobs.said, ...last } as const
  if (jobs.kind === 'hopeless') return (await report(context, unfinished)).result
  const watchedUntil = new Date(now() + context.input.patience.watch.deadlineMs).toISOString()
  return amended(context, ending, await report(context, { ...unfinished, watchedUntil }))
}

function begin(input: NightInput): NightContext {
  const { workflowId } = workflowInfo()
  const recorder = recordNight(input.night)
  setHandler(progress, () => recorder.progress(), { description: 'The five stages and where each stands.' })
  return { input, workflowId, recorder, nudge: takeNudges() }
}

/** After a report with unfinished tests: if they end in the watch time, a second edition amends it. */
async function amended(
  context: NightContext,
  ending: Omit<NightEnd, 'outcome' | 'why' | 'jobs'> & { readonly compose: string },
  partial: Reported,
): Promise<NightResult> {
  const { await: first, watch } = context.input.patience
  context.recorder.enter('await', first.deadlineMs + watch.deadlineMs)
  const late = await watchJobs(context, ending.compose, watch)
  if (late.kind !== 'seen') {
    context.recorder.leave('await', 'gave-up', late.said)
    return partial.result
  }
  context.recorder.leave('await', 'done', late.said)
  const whole = { ...ending, outcome: 'tested', why: late.said, jobs: late.answer.jobs } as const
  return (await report(context, whole, partial)).result
}

function leaveTo({ recorder }: NightContext, compose: string, owner: string): NightResult {
  recorder.conclude('covered')
  const subject = `${compose} is tested and reported on by ${owner}`
  return { outcome: 'covered', verdict: 'covered', compose, subject, edition: null, delivery: null }
}
