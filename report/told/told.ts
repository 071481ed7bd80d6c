import type { Report } from '../report.ts'

/** What the first line and the subject of a report are made from. */
export type Told = Pick<
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
>
