import type { Completeness } from './completeness.ts'

/**
 * How far a compose is, in one sentence. The sentence leaves out conditions that are met, until all are met.
 */
export function sayCompleteness({ usable, findings }: Pick<Completeness, 'usable' | 'findings'>): string {
  const telling = findings.filter(({ kind }) => usable || kind !== 'met')
  return telling.map(({ said }) => said).join('; ')
}
