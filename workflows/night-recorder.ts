import { setCurrentDetails } from '@temporalio/workflow'
import type { Night } from '../compose/naming/night.ts'
import type { BuildProgress } from '../jobs/results/progress.ts'
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
  /** The compose that the next stages are about. */
  settleOn(compose: string): void
  conclude(verdict: string): void
  /** Milliseconds until the stage's deadline; 0 or less when it has passed. */
  leftMs(stage: StageName): number
  progress(): NightProgress
}

/** An empty recorder of the night. */
export function recordNight({ stream, date }: Night): NightRecorder {
  let progress = blank(stream, date)
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
    settleOn: (compose) => rewrite({ compose }),
    conclude(verdict) {
      rewrite({ verdict, stages: progress.stages.map(skipIfAhead) })
      mark({ Stage: 'over', Verdict: verdict })
    },
    leftMs(name) {
      const { deadline } = record(name)
      return deadline === null ? 0 : Date.parse(deadline) - now()
    },
    progress: () => progress,
  }
}

function blank(stream: Night['stream'], date: string): NightProgress {
  return { stream, date, compose: null, verdict: null, stages: stageNames.map(ahead), jobs: null }
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
