/** What Stryker tells of a mutant, as far as it is counted here; lines and columns count from 1. */
export interface Mutant {
  readonly replacement: string
  readonly status: string
  readonly location: { readonly start: Position; readonly end: Position }
}

interface Position {
  readonly line: number
  readonly column: number
}

/** A mutant that no test can kill, since the program does the same with it. */
export interface Equivalent {
  readonly file: string
  /** The line on which it begins, without its indentation. */
  readonly line: string
  readonly replaced: string
  readonly by: string
  readonly why: string
}

/** A mutant that lived. */
export interface Survivor extends Pick<Equivalent, 'line' | 'replaced' | 'by'> {
  /** From 1. */
  readonly lineNumber: number
}

/** The mutants of one file, counted. */
export interface FileScore {
  readonly file: string
  readonly mutants: number
  readonly killed: number
  readonly equivalent: number
  readonly survivors: readonly Survivor[]
  /** Entries of the list of equivalents that are no living mutant of the file. */
  readonly stale: readonly Equivalent[]
}

const killedStates = ['Killed', 'Timeout']
const livingStates = ['Survived', 'NoCoverage']

/**
 * Counts a file's mutants. Those that were left out, or that broke the program before a test began, do not
 * count.
 */
export function scoreFile(
  { file, source }: { readonly file: string; readonly source: string },
  mutants: readonly Mutant[],
  equivalents: readonly Equivalent[],
): FileScore {
  const living = mutants
    .filter(({ status }) => livingStates.includes(status))
    .map((each) => named(source, each))
  const listed = equivalents.filter((entry) => entry.file === file)
  const survivors = living.filter((each) => !listed.some((entry) => isSame(entry, each)))
  const killed = mutants.filter(({ status }) => killedStates.includes(status)).length
  return {
    file,
    mutants: killed + living.length,
    killed,
    equivalent: living.length - survivors.length,
    survivors: survivors.toSorted((a, b) => a.lineNumber - b.lineNumber),
    stale: listed.filter((entry) => !living.some((each) => isSame(entry, each))),
  }
}

/** Several files' counts as one, under a name for them. */
export function total(file: string, scores: readonly FileScore[]): FileScore {
  const sum = (count: 'mutants' | 'killed' | 'equivalent') =>
    scores.reduce((all, score) => all + score[count], 0)
  return {
    file,
    mutants: sum('mutants'),
    killed: sum('killed'),
    equivalent: sum('equivalent'),
    survivors: scores.flatMap(({ survivors }) => survivors),
    stale: scores.flatMap(({ stale }) => stale),
  }
}

/** How many of a hundred mutants were killed, those that cannot be left aside. */
export function percentKilled({ mutants, killed, equivalent }: FileScore): number {
  return mutants === equivalent ? 100 : (100 * killed) / (mutants - equivalent)
}

/** What is wrong with a score, in sentences; nothing where it is good enough. */
export function faults(score: FileScore): readonly string[] {
  const killed = percentKilled(score)
  const mostEquivalent = Math.max(2, Math.floor(0.03 * score.mutants))
  return [
    ...(killed < 93 ? [`${killed.toFixed(1)} % of the mutants are killed; expected at least 93 %`] : []),
    ...(score.equivalent > mostEquivalent
      ? [`${score.equivalent} mutants are called equivalent; expected at most ${mostEquivalent}`]
      : []),
    ...score.stale.map(
      ({ file, replaced, by }) =>
        `equivalent.json lists ${replaced} → ${by} in ${file}, which is no living mutant there`,
    ),
  ]
}

function named(source: string, { replacement, location: { start, end } }: Mutant): Survivor {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  const replaced = lines.map((line, at) =>
    line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined),
  )
  return {
    lineNumber: start.line,
    line: lines[0]?.trim() ?? '',
    replaced: onOneLine(replaced.join(' ')),
    by: onOneLine(replacement),
  }
}

function onOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function isSame(entry: Equivalent, { line, replaced, by }: Survivor): boolean {
  return entry.line === line && entry.replaced === replaced && entry.by === by
}
