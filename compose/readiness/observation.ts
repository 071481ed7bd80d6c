import type { TaskCount } from '../koji/compose-tasks.ts'

/** One look at a compose: what each service said. Nothing is judged yet. */
export type Observation = PungiObservation | MashObservation

/** A compose of Pungi 4, with STATUS and metadata. */
export interface PungiObservation {
  readonly kind: 'pungi'
  readonly status: StatusLook
  readonly metadata: MetadataLook
  readonly koji: KojiLook
  readonly mirror: MirrorLook
}

/** A compose without metadata, such as a nightly of 2015 that mash, pungify and Koji made. */
export interface MashObservation {
  readonly kind: 'mash'
  /** `logs/finish`. It is written before the first Koji task, even if pungify failed. */
  readonly finish: FileLook
  /** `boot.iso` of every arch that should have one. */
  readonly boot: readonly BootLook[]
  readonly koji: SettlingLook
}

/** No answer, or an answer that cannot be trusted. `why` is the client's sentence. */
export interface Unreachable {
  readonly kind: 'unreachable'
  readonly why: string
}

/** A condition that is not asked yet, because a cheaper one is not met. `why` names the cheaper one. */
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
 * `digest` stands for the text of `images.json`, `before` for the text of the look before. `before` is null
 * if there was no look before.
 * `ageMs` is how long the server has had this text. It is absent if the server does not say.
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
 * `listed`: how many wanted images the mirror has at their right size. `said` describes the others.
 * `partial`: only a part of the mirror could be listed. `refused`: the configured place is wrong.
 */
export type MirrorLook =
  | { readonly kind: 'listed'; readonly wanted: number; readonly present: number; readonly said?: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'partial' | 'refused'; readonly why: string }
  | Unasked
  | Waived
  | Unreachable

export interface BootLook {
  readonly arch: string
  readonly file: FileLook
}

/**
 * The counts of successive looks, this one last. `before` is how many tasks the night before had. It is null
 * if that is not known.
 */
export type SettlingLook =
  | { readonly kind: 'counted'; readonly looks: readonly TaskCount[]; readonly before: number | null }
  | Unasked
  | Waived
  | Unreachable
