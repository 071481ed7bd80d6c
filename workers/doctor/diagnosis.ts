/**
 * `no answer`: nobody can say, because something did not answer. `warning`: it works, but somebody could do
 * harm, it soon works no more, or it may yet fail.
 */
export const diagnosisStates = ['problem', 'no answer', 'warning', 'ok'] as const

/** What an examination found about one thing. */
export interface Diagnosis {
  /** What was looked at: `Schedule of rawhide`. */
  readonly about: string
  readonly state: (typeof diagnosisStates)[number]
  /** One line. */
  readonly said: string
  /** What to do; null where nothing is to be done. */
  readonly todo: string | null
}

/** How far another clock is ahead of this machine's. */
export interface OtherClock {
  /** Whose it is: `openQA`. */
  readonly of: string
  readonly aheadMs: number
}

/** What one examination brought. */
export interface Examined {
  readonly findings: readonly Diagnosis[]
  readonly clocks: readonly OtherClock[]
}

/** All is well. */
export function ok(about: string, said: string): Diagnosis {
  return { about, state: 'ok', said, todo: null }
}

/** Something is wrong, and a person can do something. */
export function problem(about: string, said: string, todo: string): Diagnosis {
  return { about, state: 'problem', said, todo }
}

/** It works, but not safely, or not surely. */
export function warning(about: string, said: string, todo: string): Diagnosis {
  return { about, state: 'warning', said, todo }
}

/** It is not known how it stands. */
export function noAnswer(about: string, said: string, todo: string): Diagnosis {
  return { about, state: 'no answer', said, todo }
}

/** What was thrown, in one line. */
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
}
