import { notAccepted, type AcceptanceState } from '../../compose/expected/acceptance-state.ts'
import { scenarioOf, type Scenario } from '../../jobs/results/lineage.ts'
import type { NightFacts } from '../facts.ts'
import type { Acceptance } from '../order.ts'

/** Asks how an image or a failing test of a night stands with what people accepted. */
export interface AcceptanceLookup {
  /** By the name of an image, whatever the case of its letters. */
  readonly ofImage: (name: string) => AcceptanceState
  /** A test that fails in other modules than the accepted ones is not accepted. */
  readonly ofTest: (test: Scenario, failedModules: readonly string[]) => AcceptanceState
}

/** What the lookup of a night is made from. */
type Accepting = Pick<NightFacts, 'acceptances' | 'night' | 'workflowId' | 'publishBy'>

/**
 * The acceptances of a night by what they are of. One for a night only counts for its run, another until its
 * last date; what does not count tonight did so on the last night, and has ended.
 */
export function acceptanceLookup({ acceptances, ...night }: Accepting): AcceptanceLookup {
  const byName = Map.groupBy(acceptances, ({ kind, name }) => keyOf(kind, name))
  const named = (kind: Acceptance['kind'], name: string) => byName.get(keyOf(kind, name)) ?? []
  return {
    ofImage: (name) => stateOf(named('image', name), night),
    ofTest: (test, failedModules) => {
      const own = named('test', scenarioOf(test))
      return stateOf(
        own.filter(({ modules }) => areSame(modules, failedModules)),
        night,
      )
    },
  }
}

function keyOf(kind: Acceptance['kind'], name: string): string {
  return kind === 'image' ? `image ${name.toLowerCase()}` : `test ${name}`
}

/** Of several acceptances the one that counts for longest is told. */
function stateOf(own: readonly Acceptance[], night: Omit<Accepting, 'acceptances'>): AcceptanceState {
  if (own.length === 0) return notAccepted
  const inForce = own.filter((one) => isInForce(one, night))
  const [longest] = inForce.toSorted((one, other) => ((one.until ?? '') < (other.until ?? '') ? 1 : -1))
  if (longest === undefined) return { accepted: null, acceptanceEnded: true }
  const { by, why, until } = longest
  return { accepted: { by: night.publishBy ? by : null, why, until }, acceptanceEnded: false }
}

function isInForce(
  { run, until }: Acceptance,
  { night, workflowId }: Omit<Accepting, 'acceptances'>,
): boolean {
  return until === null ? run === workflowId : until >= night.date
}

function areSame(one: readonly string[], other: readonly string[]): boolean {
  const [some, others] = [new Set(one), new Set(other)]
  return some.size === others.size && [...some].every((name) => others.has(name))
}
