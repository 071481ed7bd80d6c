import { setCurrentDetails } from '@temporalio/workflow'
import { dateOfNight, type Night } from '../../compose/naming/night.ts'
import type { JobsShown } from '../../activities/lap/news.ts'
import type { NightOrder } from '../../report/order.ts'
import { mark } from '../attributes.ts'
import { now } from '../now.ts'
import { stageNames, type NightProgress, type StageName, type StageRecord } from '../stage.ts'
import { detailsOf, type Surroundings } from './details.ts'
import { answerInWords, type StageAnswer } from './last-answer.ts'

/** Records the progress of a night for Temporal's UI, its search and the query `progress`. */
export interface NightRecorder {
  /** A stage begins, or begins again. Its deadline counts from the first time it began. */
  enter(stage: StageName, deadlineMs: number): void
  /** The last thing heard in a stage; as words alone, an answer of now. */
  heard(stage: StageName, answer: StageAnswer | string): void
  /** The counts of openQA's jobs, and those that do not pass. */
  count(jobs: Partial<JobsShown>): void
  leave(stage: StageName, state: 'done' | 'gave-up', said: string): void
  /** Another deadline for a stage: ISO. */
  extend(stage: StageName, deadline: string): void
  /** A stage and those after it are ahead again, with their full deadlines. */
  again(from: StageName): void
  /** The compose that the next stages are about. */
  settleOn(compose: string): void
  /** There is a report. An open night goes on in the stage `watch`. */
  conclude(verdict: string, isOpen: boolean): void
  /** The night takes no more orders. */
  close(): void
  /** Adds an order, or says what came of one. */
  note(order: NightOrder): void
  /** Milliseconds until the stage's deadline; 0 or less when it has passed. */
  leftMs(stage: StageName): number
  /** ISO: since when the stage runs; now if it does not. */
  sinceOf(stage: StageName): string
  /** What surrounds the stages in the details has changed. */
  rewrite(): void
  progress(): NightProgress
}

/**
 * A recorder of the night: empty, or with what an earlier run of it recorded.
 * @param around what else the details show, asked each time they are written
 */
export function recordNight(
  night: Night,
  before: Partial<NightProgress>,
  around: (progress: NightProgress) => Surroundings,
): NightRecorder {
  const page = openPage(night, before, around)
  return { ...stageActs(night, page), ...nightActs(page), progress: () => page.progress() }
}

/** The progress of a night, shown anew at each change. */
interface Page {
  progress(): NightProgress
  rewrite(change?: Partial<NightProgress>): void
  stage(name: StageName): StageRecord
  amend(name: StageName, change: Partial<StageRecord>): void
  /** Whether the night takes no more orders. */
  isOver(): boolean
  setOver(isOver: boolean): void
}

function openPage(
  night: Night,
  before: Partial<NightProgress>,
  around: (progress: NightProgress) => Surroundings,
): Page {
  let progress: NightProgress = { ...blank(night), ...before }
  let isOver = false
  const page: Page = {
    progress: () => progress,
    rewrite(change = {}) {
      progress = { ...progress, ...change, asOf: iso(now()) }
      setCurrentDetails(detailsOf(progress, { ...around(progress), isOver, now: now() }))
    },
    stage: (name) => progress.stages.find((stage) => stage.name === name) ?? ahead(name),
    amend(name, change) {
      const stages = progress.stages.map((stage) => (stage.name === name ? { ...stage, ...change } : stage))
      page.rewrite({ stages })
    },
    isOver: () => isOver,
    setOver: (over) => (isOver = over),
  }
  return page
}

type StageActs = Pick<NightRecorder, 'enter' | 'heard' | 'leave' | 'extend' | 'again' | 'leftMs' | 'sinceOf'>

function stageActs(night: Night, page: Page): StageActs {
  const of = { Stream: night.stream, DueDate: dateOfNight(night) }
  const answered = new Map<StageName, StageAnswer>()
  return {
    enter(name, deadlineMs) {
      const { since, deadline: extended } = page.stage(name)
      const from = since ?? iso(now())
      const usual = iso(Date.parse(from) + deadlineMs)
      // A stage that is entered again keeps the time that a person gave it.
      const deadline = extended !== null && extended > usual ? extended : usual
      page.setOver(false)
      page.amend(name, { state: 'running', since: from, until: null, deadline })
      const { compose, verdict } = page.progress()
      mark({ ...of, Stage: name, Verdict: verdict ?? 'none yet', ComposeId: compose })
    },
    heard(name, told) {
      const answer = typeof told === 'string' ? answerOfNow(told) : told
      const lastAnswer = answerInWords(answer, answered.get(name) ?? null)
      if (answer.unansweredSince === null) answered.set(name, answer)
      page.amend(name, { lastAnswer, heardAt: answer.at, late: answer.late })
    },
    leave(name, state, lastAnswer) {
      const until = iso(now())
      page.amend(name, { state, until, lastAnswer, heardAt: until, late: null })
    },
    extend: (name, deadline) => page.amend(name, { deadline }),
    again(from) {
      const first = stageNames.indexOf(from)
      const { stages } = page.progress()
      page.rewrite({ stages: stages.map((stage, at) => (at < first ? stage : anew(stage))) })
    },
    leftMs(name) {
      const { deadline } = page.stage(name)
      return deadline === null ? 0 : Date.parse(deadline) - now()
    },
    sinceOf: (name) => page.stage(name).since ?? iso(now()),
  }
}

type NightActs = Omit<NightRecorder, keyof StageActs | 'progress'>

function nightActs(page: Page): NightActs {
  return {
    count: ({ progress: jobs, failing }) =>
      page.rewrite({ ...(jobs && { jobs }), ...(failing && { failing }) }),
    settleOn: (compose) => page.rewrite({ compose }),
    conclude(verdict, isOpen) {
      const stages = page
        .progress()
        .stages.map((stage) => (isOpen && stage.name === 'watch' ? stage : skipIfAhead(stage)))
      page.setOver(!isOpen)
      page.rewrite({ verdict, stages })
      if (!isOpen) mark({ Stage: 'over', Verdict: verdict })
    },
    close() {
      if (page.isOver()) return
      page.setOver(true)
      page.rewrite()
      // A run that took a night over and did nothing has to be found by the same attributes as any other.
      const { stream: Stream, verdict, compose: ComposeId, ...night } = page.progress()
      const DueDate = dateOfNight(night)
      mark({ Stream, DueDate, Stage: 'over', Verdict: verdict ?? 'none yet', ComposeId })
    },
    note(order) {
      const others = (page.progress().orders ?? []).filter(({ id }) => id !== order.id)
      page.rewrite({ orders: [...others, order] })
    },
    rewrite: () => page.rewrite(),
  }
}

function answerOfNow(said: string): StageAnswer {
  return { said, at: iso(now()), unansweredSince: null, late: null }
}

function blank(night: Night): NightProgress {
  return { ...night, compose: null, verdict: null, stages: stageNames.map(ahead), jobs: null, orders: [] }
}

function ahead(name: StageName): StageRecord {
  return { name, state: 'ahead', since: null, until: null, deadline: null, lastAnswer: '' }
}

/** A stage that is ahead again. How long a person wanted the night to stay open still counts. */
function anew({ name, deadline }: StageRecord): StageRecord {
  return { ...ahead(name), ...(name === 'watch' && { deadline }) }
}

function skipIfAhead(stage: StageRecord): StageRecord {
  return stage.state === 'ahead' ? { ...stage, state: 'skipped' } : stage
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
