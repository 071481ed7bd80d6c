import type { Completeness } from '../compose/readiness/completeness.ts'
import type { TasksMemory } from '../compose/readiness/settling.ts'

/** What one look at a compose must know of those before. */
export interface StateMemory {
  /** The digest of images.json; null before it could be read. It counts once it was the same twice. */
  readonly metadata: string | null
  /** The last STATUS that was read; empty before there was one. */
  readonly status: string
  /** What a compose without metadata is judged by; null for Pungi's, and before its tasks could be counted. */
  readonly tasks: TasksMemory | null
}

/** What is known of a compose that was not looked at yet. */
export const noMemory: StateMemory = { metadata: null, status: '', tasks: null }

/** Whether a compose may be tested. `absent`: there is none. */
export interface ComposeState extends Omit<Completeness, 'kind'> {
  readonly kind: Completeness['kind'] | 'absent'
  /** Whether a condition could not be asked: then `waiting` is no answer. */
  readonly unanswered: boolean
  /** What the next look must know of this one. */
  readonly memory: StateMemory
}

/** The state of a compose whose conditions were judged. */
export function stateOf(completeness: Completeness, memory: StateMemory): ComposeState {
  const unanswered = completeness.findings.some(({ kind }) => kind === 'unreachable')
  return { ...completeness, unanswered, memory }
}

/** The state of a compose that is not where it should be. */
export function absentState(url: string, memory: StateMemory): ComposeState {
  const said = `there is no ${url}`
  return { kind: 'absent', usable: false, reasons: [said], findings: [], unanswered: false, memory }
}
