/**
 * One `POST /api/v1/isos` of the plan: openQA makes jobs of it for every template of (FLAVOR, ARCH).
 * A compose has at most one post for each (flavor, arch); BUILD is the compose id.
 */
export interface Post {
  readonly flavor: string
  readonly arch: string
  /** The form as openQA wants it: DISTRI, VERSION, FLAVOR, ARCH, BUILD, ISO_URL … (upper-case names). */
  readonly settings: Readonly<Record<string, string>>
}

/**
 * What became of a post. `found` it had been made before; `partial` openQA made some of its jobs and says why not the others;
 * `refused` openQA made none, and why; `unknown` it never became known.
 */
export type PostOutcome =
  | { readonly kind: 'scheduled'; readonly flavor: string; readonly arch: string; readonly jobs: number }
  | { readonly kind: 'found'; readonly flavor: string; readonly arch: string; readonly jobs: number }
  | {
      readonly kind: 'partial'
      readonly flavor: string
      readonly arch: string
      readonly jobs: number
      readonly why: string
    }
  | { readonly kind: 'refused'; readonly flavor: string; readonly arch: string; readonly why: string }
  | { readonly kind: 'unknown'; readonly flavor: string; readonly arch: string; readonly why: string }
