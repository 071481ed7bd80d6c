/**
 * One `POST /api/v1/isos` of the plan: openQA makes a job for every template of (FLAVOR, ARCH). A compose has
 * at most one post for each (flavor, arch).
 */
export interface Post {
  readonly flavor: string
  readonly arch: string
  /** The form for openQA: DISTRI, VERSION, FLAVOR, ARCH, BUILD, ISO_URL … (upper-case names). */
  readonly settings: Readonly<Record<string, string>>
}

/**
 * The outcome of a post. `found`: its jobs existed before. `partial`: openQA made only some jobs, and says
 * why. `refused`: openQA made no job, and says why. `unknown`: nobody knows whether openQA made jobs.
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
