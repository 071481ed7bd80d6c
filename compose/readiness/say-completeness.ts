import type { Completeness } from './completeness.ts'

/** How far a compose is, in one sentence: what is met goes without saying while something is not. */
export function sayCompleteness({ usable, findings }: Pick<Completeness, 'usable' | 'findings'>): string {
  const telling = findings.filter(({ kind }) => usable || kind !== 'met')
  return telling.map(({ said }) => said).join('; ')
}
