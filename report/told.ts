import type { Report } from './report.ts'

/** What the first line and the subject of a report are made from. */
export interface Told extends Pick<
  Report,
  | 'title'
  | 'night'
  | 'verdict'
  | 'unknownCause'
  | 'unansweredSince'
  | 'discarded'
  | 'compose'
  | 'composeless'
  | 'lastAnswer'
  | 'comparison'
  | 'tests'
  | 'images'
  | 'posts'
> {
  /** The areas of the new failures: `desktop, installer`; empty for more than two. */
  readonly areas: string
}
