import { typeSuffixes, type ComposeId, type ComposeType } from './compose-id.ts'
import type { ComposeRef } from './compose-ref.ts'

/**
 * How a person names a compose: Fedora 43, Branched, 20250922, respin 0. A part that does not apply is empty.
 * Up to 2015, release, milestone and compose were enough: 22, Beta, TC3.
 */
export interface Quadruple {
  /** The product and the version type: `Fedora`, `Fedora-Cloud`, `Fedora-updates-testing`. */
  readonly dist: string
  /** `Rawhide`, `eln`, or a number. */
  readonly release: string
  /** `Branched`, `Production`, `RC`, `Beta`, `Final`, …. Rawhide has none. */
  readonly milestone: string
  /** A date (`YYYYMMDD`), the major number of a label, or a build such as `TC3`. */
  readonly compose: string
  /**
   * The respin, or the minor number of a label. A letter precedes it if the compose is not of the usual type:
   * `t.0`.
   */
  readonly respin: string
}

/** The quadruple of a compose. */
export function quadrupleOf(ref: ComposeRef): Quadruple {
  switch (ref.kind) {
    case 'pungi':
      return quadrupleOfId(ref.id)
    case 'staged':
      return fedora(ref.release, ref.label.name, String(ref.label.major), String(ref.label.minor))
    case 'mash':
      return fedora(ref.version, ref.version === 'Rawhide' ? '' : 'Branched', ref.date)
    case 'candidate':
      return fedora(ref.release, ref.milestone, ref.build)
    case 'two-week':
      return fedora(ref.release, '', ref.respin === null ? ref.date : `${ref.date}.${ref.respin}`)
    case 'milestone':
      return fedora(ref.release, ref.milestone, '')
    case 'stable':
      return fedora(ref.release, '', '')
    case 'respin':
      return { ...fedora(ref.release, '', ref.date), dist: 'FedoraRespin' }
    default:
      return ref satisfies never
  }
}

/** The type of a respin without a letter: nightly for Rawhide and Branched, production for all others. */
export function usualType({ dist, milestone }: Pick<Quadruple, 'dist' | 'milestone'>): ComposeType {
  return dist === 'Fedora' && milestone !== 'Production' ? 'nightly' : 'production'
}

function quadrupleOfId({ short, version, versionType, date, type, respin }: ComposeId): Quadruple {
  const dist = versionType ? `${short}-${versionType}` : short
  const milestone = milestoneOf(dist, version, type)
  const letter = type === usualType({ dist, milestone }) ? '' : `${typeSuffixes[type].slice(1)}.`
  return { dist, release: version, milestone, compose: date, respin: `${letter}${respin}` }
}

function milestoneOf(dist: string, version: string, type: ComposeType): string {
  if (dist !== 'Fedora') return ''
  if (type === 'production') return 'Production'
  return /^\d+$/.test(version) ? 'Branched' : ''
}

function fedora(release: number | string, milestone: string, compose: string, respin = ''): Quadruple {
  return { dist: 'Fedora', release: String(release), milestone, compose, respin }
}
