import { typeSuffixes, type ComposeId, type ComposeType } from './compose-id.ts'
import type { ComposeRef } from './compose-ref.ts'

/**
 * What a person says of a compose: Fedora 43, Branched, of 20250922, respin 0. Empty where nothing is to be
 * said. Up to 2015 release, milestone and compose were enough: 22, Beta, TC3.
 */
export interface Quadruple {
  /** The product and kind of release: `Fedora`, `Fedora-Cloud`, `Fedora-updates-testing`. */
  readonly dist: string
  /** `Rawhide`, `eln`, or a number. */
  readonly release: string
  /** `Branched`, `Production`, `RC`, `Beta`, `Final`, …; Rawhide has none. */
  readonly milestone: string
  /** A date, `YYYYMMDD`; the first number of a label; or `TC3`. */
  readonly compose: string
  /**
   * The respin, after a letter where the compose is not of the usual type (`t.0`); or the second number of a
   * label.
   */
  readonly respin: string
}

/** The quadruple that says which compose is meant. */
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

/**
 * The type a respin without a letter means: candidates and all other products are production, the rest
 * nightlies.
 */
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
