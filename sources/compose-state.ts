import type { Completeness } from '../compose/readiness/completeness.ts'
import type { TasksMemory } from '../compose/readiness/settling.ts'

/** What a look at a compose must know of the looks before it. */
export interface StateMemory {
  /** The digest of images.json; null until it was read. It counts when two looks saw the same one. */
  readonly metadata: string | null
  /** The last STATUS that was read; empty until there was one. */
  readonly status: string
  /** The task counts that decide on a compose without metadata; null for Pungi and before the first count. */
  readonly tasks: TasksMemory | null
}

/** The memory before the first look. */
export const noMemory: StateMemory = { metadata: null, status: '', tasks: null }

/** Whether a compose may be tested. `absent`: there is none. */
export interface ComposeState extends Omit<Completeness, 'kind'> {
  readonly kind: Completeness['kind'] | 'absent'
  /** True if a service could not be asked about a condition: then `waiting` is not an answer. */
  readonly unanswered: boolean
  /** What the next look must know of this one. */
  readonly memory: StateMemory
}

/** The state of a compose, from its judged conditions. */
export function stateOf(completeness: Completeness, memory: StateMemory): ComposeState {
  const unanswered = completeness.findings.some(({ kind }) => kind === 'unreachable' || kind === 'refused')
  return { ...completeness, unanswered, memory }
}

/**
 * Whether a compose may be complete, as far as the services that answered can tell. The first condition
 * decides whether the others are asked.
 */
export function isUndecided({ unanswered, findings: [first, ...others] }: ComposeState): boolean {
  if (!unanswered) return false
  return first?.kind === 'unreachable' || ![first, ...others].some((each) => each?.kind === 'not-yet')
}

/** The state of a compose that does not exist at its URL. */
export function absentState(url: string, memory: StateMemory): ComposeState {
  const said = `there is no ${url}`
  return { kind: 'absent', usable: false, reasons: [said], findings: [], unanswered: false, memory }
}
