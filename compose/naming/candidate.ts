import { formatLabel, readLabel, type Label } from './label.ts'

/** The stream of candidates: composes with a label that may become the release. */
export const candidates = 'candidate'

/** A candidate as people name it. */
export interface Candidate {
  readonly release: number
  readonly label: Label
}

/** The id of the run that tests a candidate: `candidate/44/RC-1.2`. */
export function candidateRunId({ release, label }: Candidate): string {
  return `${candidates}/${release}/${formatLabel(label)}`
}

/** The candidate that a run id names. Null if it is not the id of a candidate's run. */
export function readCandidateRunId(id: string): Candidate | null {
  const [, release, word = ''] = /^candidate\/([1-9]\d{0,3})\/([\w.-]{1,40})$/.exec(id) ?? []
  const label = readLabel(word)
  return release === undefined || label === null ? null : { release: Number(release), label }
}
