const comment = /\/\*.*?\*\/|\/\/.*$/gms
const decision = /\b(?:if|for|while) \(|\bcase\b|\bcatch\b| \? | && | \|\| | \?\? |\?\./g

/**
 * How many ways of a source text's lines part: conditions, cases, loops, and operators that may stop early.
 */
export function decisions(source: string): number {
  return source.replaceAll(comment, '').match(decision)?.length ?? 0
}
