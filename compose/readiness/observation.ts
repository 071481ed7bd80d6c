import type { TaskCount } from '../koji/compose-tasks.ts'

/** One look at a compose: what each service said, before anything is judged. */
export type Observation = PungiObservation | MashObservation

/** A compose of Pungi 4, with STATUS and metadata. */
export interface PungiObservation {
  readonly kind: 'pungi'
  readonly status: StatusLook
  readonly metadata: MetadataLook
  readonly koji: KojiLook
  readonly mirror: MirrorLook
}

/** A nightly of 2015, made by mash, pungify and Koji; or any other compose without metadata. */
export interface MashObservation {
  readonly kind: 'mash'
  /** `logs/finish`, which is written even where pungify failed, and before the first Koji task. */
  readonly finish: FileLook
  /** `boot.iso` of every arch that should have one. */
  readonly boot: readonly BootLook[]
  readonly koji: SettlingLook
}

/** No answer, or none that may be trusted; `why` is the client's sentence. */
export interface Unreachable {
  readonly kind: 'unreachable'
  readonly why: string
}

/** A condition that is asked only once a cheaper one is met; `why` names that one. */
export interface Unasked {
  readonly kind: 'unasked'
  readonly why: string
}

/** A condition that this installation does not ask for. */
export interface Waived {
  readonly kind: 'waived'
}

export type FileLook = { readonly kind: 'present' | 'absent' } | Unreachable

export type StatusLook =
  | { readonly kind: 'said'; readonly status: string }
  | { readonly kind: 'absent' }
  | Unreachable

/**
 * `digest` stands for the text of `images.json`, `before` for that of the look before, null where there was
 * none;
 * `ageMs` is how long the server has had this text, where it says so.
 */
export type MetadataLook =
  | {
      readonly kind: 'read'
      readonly images: number
      readonly digest: string
      readonly before: string | null
      readonly ageMs?: number
    }
  | { readonly kind: 'absent' }
  | { readonly kind: 'garbled'; readonly why: string }
  | Unreachable

export type KojiLook = ({ readonly kind: 'counted' } & TaskCount) | Unasked | Waived | Unreachable

/**
 * How many of the wanted images the mirror has at their right size, and in one clause what it lacks.
 * `partial`: it could be listed only in part.
 */
export type MirrorLook =
  | { readonly kind: 'listed'; readonly wanted: number; readonly present: number; readonly said?: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'partial'; readonly why: string }
  | Unasked
  | Waived
  | Unreachable

export interface BootLook {
  readonly arch: string
  readonly file: FileLook
}

/**
 * Counts of successive looks, this one last; `before` is how many tasks the night before had, null where not
 * known.
 */
export type SettlingLook =
  | { readonly kind: 'counted'; readonly looks: readonly TaskCount[]; readonly before: number | null }
  | Unasked
  | Waived
  | Unreachable
