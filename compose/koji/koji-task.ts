import { z } from 'zod'

import { Garbled } from '../garbled.ts'
import { readRequest, type TaskRequest } from './koji-request.ts'

/** Koji's task states. The index of a state is its number in Koji. */
export const taskStates = ['FREE', 'OPEN', 'CLOSED', 'CANCELED', 'ASSIGNED', 'FAILED'] as const

/** One of {@link taskStates}. */
export type TaskState = (typeof taskStates)[number]

/** What Nightjar keeps of a Koji task: about 300 bytes of the hub's 5 KB. An absent text is empty. */
export interface KojiTask extends TaskRequest {
  readonly id: number
  readonly method: string
  /** A {@link TaskState}, or `state 9` for a number that is not in the table. */
  readonly state: string
  /**
   * The arch of the task, in Koji's words (`armv7hl`). It is `noarch` for most parents, because their
   * requests name the arches.
   */
  readonly arch: string
  /** ISO, UTC. */
  readonly createdAt: string
  readonly completedAt: string | null
  readonly parent: number | null
  /** The fault that a FAILED task ended with. */
  readonly failure: string | null
}

/** Whether a task may still change. A task in an unknown state may. */
export function isOpen({ state }: Pick<KojiTask, 'state'>): boolean {
  return !['CLOSED', 'CANCELED', 'FAILED'].includes(state)
}

const longestFailure = 500
const epochSeconds = z.number().min(0).max(1e11)
const fault = z.object({ faultString: z.string() })

const row = z
  .object({
    id: z.int(),
    method: z.string(),
    state: z.int(),
    arch: z.string().nullish(),
    create_ts: epochSeconds,
    completion_ts: epochSeconds.nullish(),
    parent: z.int().nullish(),
    request: z.array(z.unknown()),
    result: z.unknown().optional(),
  })
  .transform((task): KojiTask => ({
    ...readRequest(task.method, task.request),
    id: task.id,
    method: task.method,
    state: taskStates[task.state] ?? `state ${task.state}`,
    arch: task.arch ?? '',
    createdAt: iso(task.create_ts),
    completedAt: typeof task.completion_ts === 'number' ? iso(task.completion_ts) : null,
    parent: task.parent ?? null,
    failure: fault.safeParse(task.result).data?.faultString.slice(0, longestFailure) ?? null,
  }))

const rows = z.array(row)

/**
 * Reads the tasks from a decoded listTasks answer.
 * @throws Garbled if one row is not a task. The other rows alone would be an incomplete answer.
 */
export function parseTasks(value: unknown): readonly KojiTask[] {
  const read = rows.safeParse(value)
  if (read.success) return read.data
  const [misfit] = read.error.issues
  throw new Garbled(
    'a list of Koji tasks',
    `a row that is not a task, at ${misfit?.path.join('.')}: ${misfit?.message}`,
  )
}

function iso(seconds: number): string {
  return new Date(seconds * 1000).toISOString()
}
