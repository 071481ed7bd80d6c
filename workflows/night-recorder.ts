import { setCurrentDetails } from '@temporalio/workflow'
import type { Night } from '../compose/naming/night.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'
import type { NightOrder } from '../report/order.ts'
import { mark } from './attributes.ts'
import { detailsTable } from './details.ts'
import { stageNames, type NightProgress, type StageName, type StageRecord } from './stage.ts'
import { now } from './now.ts'

/** Records the progress of a night for Temporal's UI, its search and the query `progress`. */
export interface NightRecorder {
  /** A stage begins, or begins again. Its deadline counts from the first time it began. */
  enter(stage: StageName, deadlineMs: number): void
  /** The last thing heard in a stage. */
  heard(stage: StageName, said: string): void
  /** The counts of openQA's jobs. */
  count(jobs: BuildProgress): void
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
  progress(): NightProgress
}

/** A recorder of the night: empty, or with what an earlier run of it recorded. */
export function recordNight({ stream, date }: Night, before: Partial<NightProgress> = {}): NightRecorder {
  let progress: NightProgress = { ...blank(stream, date), ...before }
  let isOver = false
  const rewrite = (change: Partial<NightProgress>) => {
    progress = { ...progress, ...change }
    setCurrentDetails(detailsTable(progress))
  }
  const record = (name: StageName) => progress.stages.find((stage) => stage.name === name) ?? ahead(name)
  const amend = (name: StageName, change: Partial<StageRecord>) =>
    rewrite({
      stages: progress.stages.map((stage) => (stage.name === name ? { ...stage, ...change } : stage)),
    })

  return {
    enter(name, deadlineMs) {
      isOver = false
      const { since } = record(name)
      const from = since ?? iso(now())
      const deadline = iso(Date.parse(from) + deadlineMs)
      amend(name, { state: 'running', since: from, until: null, deadline })
      const { compose, verdict } = progress
      mark({ Stream: stream, DueDate: date, Stage: name, Verdict: verdict ?? 'none yet', ComposeId: compose })
    },
    heard: (name, lastAnswer) => amend(name, { lastAnswer }),
    count: (jobs) => rewrite({ jobs }),
    leave: (name, state, lastAnswer) => amend(name, { state, until: iso(now()), lastAnswer }),
    extend: (name, deadline) => amend(name, { deadline }),
    again(from) {
      const first = stageNames.indexOf(from)
      rewrite({ stages: progress.stages.map((stage, at) => (at < first ? stage : ahead(stage.name))) })
    },
    settleOn: (compose) => rewrite({ compose }),
    conclude(verdict, isOpen) {
      const stages = progress.stages.map((stage) =>
        isOpen && stage.name === 'watch' ? stage : skipIfAhead(stage),
      )
      rewrite({ verdict, stages })
      if (isOpen) return
      isOver = true
      mark({ Stage: 'over', Verdict: verdict })
    },
    close() {
      if (!isOver) mark({ Stage: 'over' })
    },
    note(order) {
      const others = (progress.orders ?? []).filter(({ id }) => id !== order.id)
      rewrite({ orders: [...others, order] })
    },
    leftMs(name) {
      const { deadline } = record(name)
      return deadline === null ? 0 : Date.parse(deadline) - now()
    },
    progress: () => progress,
  }
}

function blank(stream: Night['stream'], date: string): NightProgress {
  return { stream, date, compose: null, verdict: null, stages: stageNames.map(ahead), jobs: null, orders: [] }
}

function ahead(name: StageName): StageRecord {
  return { name, state: 'ahead', since: null, until: null, deadline: null, lastAnswer: '' }
}

function skipIfAhead(stage: StageRecord): StageRecord {
  return stage.state === 'ahead' ? { ...stage, state: 'skipped' } : stage
}

function iso(ms: number): string {
  return new Date(ms).toISOString()
}
