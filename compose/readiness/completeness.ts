import type { Finding } from './finding.ts'
import { judgeMash } from './mash-findings.ts'
import type { Observation } from './observation.ts'
import { judgePungi } from './pungi-findings.ts'

/** The conditions that a compose of Pungi must meet before it may be tested. */
export const conditions = ['status', 'metadata', 'koji', 'mirror'] as const

/** The conditions that a compose without metadata must meet before it may be tested. */
export const mashConditions = ['finish', 'boot', 'koji'] as const

/** One of {@link conditions} or {@link mashConditions}. */
export type Condition = (typeof conditions)[number] | (typeof mashConditions)[number]

/**
 * Whether a compose may be tested.
 * `complete`: every condition is met.
 * `waiting`: at least one condition is not met yet, or could not be asked.
 * `dead`: the compose can never be tested.
 */
export interface Completeness {
  readonly kind: 'complete' | 'waiting' | 'dead'
  readonly usable: boolean
  /** One sentence for each condition, in the order of {@link conditions} or {@link mashConditions}. */
  readonly reasons: readonly string[]
  /** What was found for each condition, in the same order. */
  readonly findings: readonly ConditionFinding[]
}

/** What was found for one condition. */
export type ConditionFinding = Finding & { readonly condition: Condition }

/**
 * Judges what one look saw. A condition that could not be asked is never met.
 * The Koji tasks of a mash compose must stay the same for `settledLooks` looks.
 */
export function judgeCompleteness(observation: Observation, settledLooks = 3): Completeness {
  switch (observation.kind) {
    case 'pungi':
      return completeness(conditions, judgePungi(observation))
    case 'mash':
      return completeness(mashConditions, judgeMash(observation, settledLooks))
    default:
      return observation satisfies never
  }
}

function completeness<Name extends Condition>(
  names: readonly Name[],
  found: Readonly<Record<Name, Finding>>,
): Completeness {
  const findings = names.map((condition): ConditionFinding => {
    const finding: Finding = found[condition]
    return { condition, ...finding }
  })
  const kind = kindOf(findings)
  return { kind, usable: kind === 'complete', reasons: findings.map(({ said }) => said), findings }
}

function kindOf(findings: readonly Finding[]): Completeness['kind'] {
  if (findings.some(({ kind }) => kind === 'dead')) return 'dead'
  return findings.every(({ kind }) => kind === 'met') ? 'complete' : 'waiting'
}
