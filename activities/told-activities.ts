import { log, metricMeter } from '@temporalio/activity'
import { ApplicationFailure } from '@temporalio/common'
import { safeLine } from '../compose/safe-line.ts'
import type { PostOutcome } from '../jobs/plan/post.ts'
import { counted } from '../report/counted.ts'
import type { Activities } from './activities.ts'
import type { Look } from './looks/look.ts'
import type { ReportAnswer, ReportInput, Sent } from './report-activities.ts'

/** The same activities, which also tell the worker's log and metrics what they did. */
export function toldActivities(activities: Activities): Activities {
  return {
    ...activities,
    ...countedLooks(activities),
    async schedulePost(input) {
      const outcome = await activities.schedulePost(input)
      log.info(`post ${input.flavor} ${input.arch}: ${postInWords(outcome)}`)
      return outcome
    },
    async restartJobs(input) {
      const chances = await activities.restartJobs(input)
      const more = chances.restarted.length - input.restarted.length
      if (more > 0) log.info(`second chances: ${counted(more, 'job')} restarted`)
      return chances
    },
    async restartChosen(input) {
      const { restarted, refused } = await activities.restartChosen(input)
      log.info(`ordered restarts: ${counted(restarted, 'job')} restarted, ${refused.length} refused`)
      return { restarted, refused }
    },
    async composeReport(input) {
      const answer = await activities.composeReport(input)
      tellReport(input, answer)
      return answer
    },
    async sendReport(input) {
      const sent = await activities.sendReport(input)
      log.info(`mail of edition ${input.edition}, try ${input.attempt}: ${sentInWords(sent)}`)
      return sent
    },
    async sendOnChannel(input) {
      const sent = await activities.sendOnChannel(input)
      log.info(
        `edition ${input.edition} on ${input.channel}, try ${input.attempt}: ${onChannelInWords(sent)}`,
      )
      return sent
    },
  }
}

/** The looks of all stages, each counted. */
function countedLooks(activities: Activities) {
  return {
    observeCompose: async (input, memory) =>
      await lookCounted('find', activities.observeCompose(input, memory)),
    observeCompletion: async (input, memory) =>
      await lookCounted('complete', activities.observeCompletion(input, memory)),
    observePost: async (input) => await lookCounted('schedule', activities.observePost(input)),
    observeJobs: async (input, memory) => await lookCounted('await', activities.observeJobs(input, memory)),
    observeOpen: async (input, memory) => await lookCounted('watch', activities.observeOpen(input, memory)),
    observeRespin: async (input) => await lookCounted('respins', activities.observeRespin(input)),
  } satisfies Partial<Activities>
}

/** Counts a look: `seen`, `not_yet` or `failed`. One that found nothing yet throws, or ends its lap. */
async function lookCounted<Answer, Memory>(
  stage: string,
  look: Promise<Look<Answer, Memory>>,
): Promise<Look<Answer, Memory>> {
  const looks = metricMeter.createCounter('nightjar_looks', '', 'Looks of all nights, by stage and outcome')
  const count = (outcome: string) => looks.add(1, { stage, outcome })
  try {
    const sight = await look
    count(sight.kind === 'seen' ? 'seen' : 'not_yet')
    return sight
  } catch (error) {
    count(error instanceof ApplicationFailure && error.type === 'NotYet' ? 'not_yet' : 'failed')
    throw error
  }
}

function postInWords(outcome: PostOutcome): string {
  const why = 'why' in outcome ? `, ${outcome.why}` : ''
  const made = 'jobs' in outcome ? `, ${counted(outcome.jobs, 'job')}` : ''
  return `${outcome.kind}${made}${why}`
}

function sentInWords({ recipients, why }: Sent): string {
  if (recipients.length === 0) return why ?? 'no mail is configured'
  const states = Map.groupBy(recipients, ({ state }) => state)
  return [...states].map(([state, all]) => `${state} ${all.length}`).join(', ')
}

function onChannelInWords({ recipients, why }: Sent): string {
  if (recipients.length === 0) return why ?? 'not wanted by its rule'
  return recipients.map((each) => safeLine(`${each.state}, ${each.why}`)).join('; ')
}

/** A night counts once, with its first report; how long its stages took, too. */
function tellReport({ night, stages }: ReportInput, { edition, verdict, subject }: ReportAnswer): void {
  log.info(`report, edition ${edition}: ${subject}`)
  if (edition !== 1) return
  const { stream } = night
  metricMeter.createCounter('nightjar_nights', '', 'Nights that reported').add(1, { stream, verdict })
  const seconds = metricMeter.createHistogram('nightjar_stage', 'float', 'seconds', 'How long a stage took')
  for (const { name, since, until } of stages) {
    if (since === null || until === null) continue
    seconds.record((Date.parse(until) - Date.parse(since)) / 1000, { stream, stage: name })
  }
}
