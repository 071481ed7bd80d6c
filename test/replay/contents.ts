import type { NightResult } from '../../workflows/night-run.ts'
import type { PostOutcome } from '../../jobs/plan/post.ts'
import type { ActivityName } from './path.ts'

/** How an activity ended: the kind of its answer, or the type of its failure. */
export type ActivityEnd =
  | 'completed'
  | `completed: ${string}`
  | `failed: ${string}`
  | `timed out: ${string}`
  | 'cancelled'
  | 'without an end'

/** How a run closed; `open`: it is under way. */
export type RunEnd =
  | 'open'
  | { readonly outcome: NightResult['outcome']; readonly verdict: string }
  | 'completed'
  | `failed: ${string}`
  | 'cancelled'

/** What a path states of its history. Nothing is said of how often, nor in which order. */
export interface StatedContents {
  readonly activities?: Partial<Readonly<Record<ActivityName, readonly ActivityEnd[]>>>
  /** What became of the posts, as a report heard it. */
  readonly posts?: readonly PostOutcome['kind'][]
  /** Workflows that were to be started. */
  readonly children?: Readonly<Record<string, readonly ('started' | 'refused')[]>>
  /** The activities that were under way when a signal came, or that there were none. */
  readonly signals?: Readonly<Record<string, readonly (ActivityName | 'nothing')[]>>
  readonly updates?: Readonly<Record<string, readonly ('completed' | 'failed')[]>>
  /** Queries leave no event: these were answered when the path was recorded. */
  readonly queries?: readonly string[]
  readonly run: RunEnd
}

/** One thing that a history holds, in words: `activity observePost completed: found`. */
export type Fact = string

/** Every night asks whether it has reported before; a path states it only where that is otherwise. */
const asksFirst = { reportedBefore: ['completed'] } as const

/** A statement as facts. */
export function factsOf(workflow: string, stated: StatedContents): readonly Fact[] {
  const { activities = {}, posts = [], children = {}, signals = {}, updates = {}, queries = [], run } = stated
  return [
    `workflow ${workflow}`,
    ...each('activity', workflow === 'nightly' ? { ...asksFirst, ...activities } : activities),
    ...posts.map((kind) => `post ${kind}`),
    ...each('child', children),
    ...each('signal', signals, 'while '),
    ...each('update', updates),
    ...queries.map((name) => `query ${name}`),
    `run ${typeof run === 'string' ? run : `completed: ${run.outcome}, ${run.verdict}`}`,
  ]
}

function each(what: string, ends: Readonly<Record<string, readonly string[]>>, how = ''): readonly Fact[] {
  return Object.entries(ends).flatMap(([name, all]) => all.map((end) => `${what} ${name} ${how}${end}`))
}

/** In what a history is otherwise than its path states, one sentence each. */
export function differences(name: string, stated: readonly Fact[], held: readonly Fact[]): readonly string[] {
  return [
    ...stated
      .filter((fact) => !held.includes(fact))
      .map((fact) => `the history of ${name} does not hold: ${fact}`),
    ...held
      .filter((fact) => !stated.includes(fact))
      .map((fact) => `the history of ${name} holds what the path does not state: ${fact}`),
  ]
}
