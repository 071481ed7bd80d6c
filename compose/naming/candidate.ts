import { formatLabel, readLabel, type Label } from './label.ts'

const form = /^candidate\/([1-9]\d{0,3})\/([\w.-]{1,40})(?:\/(Fedora-[\w.-]{1,60}))?$/

/** The stream of candidates: composes with a label that may become the release. */
export const candidates = 'candidate'

/** A candidate as people name it. */
export interface Candidate {
  readonly release: number
  readonly label: Label
  /** The id of its compose, if an older compose has the same label: then the label alone does not name it. */
  readonly compose?: string
}

/** The id of the run that tests a candidate: `candidate/44/RC-1.2`, or that with a slash and its compose. */
export function candidateRunId({ release, label, compose }: Candidate): string {
  const run = `${candidates}/${release}/${formatLabel(label)}`
  return compose === undefined ? run : `${run}/${compose}`
}

/** The candidate that a run id names. Null if it is not the id of a candidate's run. */
export function readCandidateRunId(id: string): Candidate | null {
  const [, release, word = '', compose] = form.exec(id) ?? []
  const label = readLabel(word)
  if (release === undefined || label === null) return null
  const candidate = { release: Number(release), label }
  return compose === undefined ? candidate : { ...candidate, compose }
}
