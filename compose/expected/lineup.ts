import type { ComposeId } from '../naming/compose-id.ts'
import type { Release } from './expected-rule.ts'
import { fedoraRules } from './expected-rules.ts'
import { mashAutumnRules, mashRules, twoWeekAtomicRules } from './expected-rules-2015.ts'
import { cloudRules, containerRules, elnRules, iotRules, respinRules } from './expected-rules-editions.ts'

/** The rules of every lineup. */
export const lineups = {
  fedora: fedoraRules,
  mash: mashRules,
  'mash-autumn': mashAutumnRules,
  'two-week-atomic': twoWeekAtomicRules,
  cloud: cloudRules,
  container: containerRules,
  eln: elnRules,
  iot: iotRules,
  respin: respinRules,
  /** Updates, EPEL and unknown composes: no image is expected. */
  other: [],
} as const

/** One of {@link lineups}. */
export type Lineup = keyof typeof lineups

/** The lineup and the release by which a compose is judged. ELN is judged as Rawhide. */
export function lineupOf(id: Pick<ComposeId, 'short' | 'version' | 'versionType'>): {
  readonly lineup: Lineup
  readonly release: Release
} {
  const number = Number.parseInt(id.version, 10)
  return { lineup: lineupNamed(id), release: Number.isNaN(number) ? 'Rawhide' : number }
}

function lineupNamed({
  short,
  version,
  versionType,
}: Pick<ComposeId, 'short' | 'version' | 'versionType'>): Lineup {
  if (versionType !== undefined) return 'other'
  if (version.toLowerCase() === 'eln') return 'eln'
  return shorts.get(short) ?? 'other'
}

const shorts: ReadonlyMap<string, Lineup> = new Map([
  ['Fedora', 'fedora'],
  ['Fedora-Cloud', 'cloud'],
  ['Fedora-Container', 'container'],
  ['Fedora-IoT', 'iot'],
  ['FedoraRespin', 'respin'],
])
