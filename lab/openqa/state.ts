import type { Minute } from '../script.ts'

/** How one job depends on another, in openQA's words. */
export const dependencyKinds = ['Chained', 'Directly chained', 'Parallel'] as const

/** One of {@link dependencyKinds}. */
export type DependencyKind = (typeof dependencyKinds)[number]

/** One end of a dependency: the other job, and how. */
export interface Link {
  readonly id: number
  readonly kind: DependencyKind
}

/** A comment on a job or a group. */
export interface LabComment {
  readonly id: number
  readonly text: string
  readonly user: string
  readonly at: Date
}

/** A test module of a job that ran. */
export interface LabModule {
  readonly name: string
  readonly result: string
}

/** A job of the lab's openQA. Read-only fields never change. */
export interface LabJob {
  readonly id: number
  /** All settings, TEST and MACHINE and BUILD among them. */
  readonly settings: Readonly<Record<string, string>>
  readonly groupId: number | null
  readonly productId: number | null
  /** The job that this one was cloned from. */
  readonly originId: number | null
  readonly assets: readonly { readonly type: string; readonly name: string }[]
  readonly parents: Link[]
  readonly children: Link[]
  readonly comments: LabComment[]
  priority: number
  state: string
  result: string
  reason: string | null
  cloneId: number | null
  blockedById: number | null
  modules: readonly LabModule[]
  workerId: number | null
  startedAt: Date | null
  finishedAt: Date | null
  /** What the lab's workers will do with it next; null while no worker has it. */
  due: Due | null
}

/** An event in the life of a job, at a minute of lab time. */
export interface Due {
  readonly at: Minute
  readonly what: 'finish' | 'give-up' | 'clone'
}

/** One `POST isos` that openQA accepted. */
export interface LabProduct {
  readonly id: number
  /** As posted, with `_OBSOLETE` and the like. */
  readonly settings: Readonly<Record<string, string>>
  readonly createdAt: Date
  /** The background task of an async post, and the minute when it ends. */
  readonly task: { readonly id: number; readonly dueAt: Minute } | null
  status: 'added' | 'scheduled'
  results: LabProductResults | null
}

/** The results of a post. */
export type LabProductResults =
  | { readonly error: string; readonly error_code?: number }
  | {
      readonly successful_job_ids: readonly number[]
      readonly failed_job_info: readonly object[]
      readonly notes?: readonly string[]
    }

/** The whole state of the lab's openQA. */
export interface OpenQaState {
  readonly jobs: Map<number, LabJob>
  readonly byBuild: Map<string, LabJob[]>
  /** Jobs that may still change without a request. */
  readonly open: Set<LabJob>
  readonly products: Map<number, LabProduct>
  /** Async posts that are not processed yet, oldest first. */
  readonly waiting: LabProduct[]
  /** Names; a group's id is its position, from 1. */
  readonly groups: string[]
  readonly groupComments: Map<number, LabComment[]>
  /** Files that a job may use: `iso/name`. */
  readonly files: Set<string>
  /** The lab time up to which the jobs were run. */
  now: Minute
  /** The last ids: those of deleted jobs are not used again. */
  lastJob: number
  comments: number
  tasks: number
}

/** The state of a new openQA. */
export function emptyOpenQa(): OpenQaState {
  return {
    jobs: new Map(),
    byBuild: new Map(),
    open: new Set(),
    products: new Map(),
    waiting: [],
    groups: [],
    groupComments: new Map(),
    files: new Set(),
    now: 0,
    lastJob: 0,
    comments: 0,
    tasks: 0,
  }
}

/** Whether a job has ended. */
export function isFinal({ state }: LabJob): boolean {
  return state === 'done' || state === 'cancelled'
}

/** Whether a worker has the job. */
export function isExecuting({ state }: LabJob): boolean {
  return ['assigned', 'setup', 'running', 'uploading'].includes(state)
}

/** Whether dependent jobs may run: a soft failure counts as a pass. */
export function isOk({ result }: LabJob): boolean {
  return result === 'passed' || result === 'softfailed'
}

/** The jobs at the other end of links. */
export function linked(openqa: OpenQaState, links: readonly Link[], ...kinds: DependencyKind[]): LabJob[] {
  return links.flatMap(({ id, kind }) => {
    const job = kinds.includes(kind) ? openqa.jobs.get(id) : undefined
    return job ? [job] : []
  })
}
