import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'

/** What openQA answered to the restart of one job; it says 200 to every one of them. */
export type RestartAnswer =
  /** The job and what hangs on it were cloned; `jobs` are the ids of the clones, rising. */
  | { readonly kind: 'restarted'; readonly clone: number; readonly jobs: readonly number[] }
  /** The job was cloned before, by whomever: what makes a restart safe to repeat. */
  | { readonly kind: 'restarted-before'; readonly clone: number }
  /** openQA would not: a file is gone, say. */
  | { readonly kind: 'refused'; readonly why: string }
  /** Nothing happened and nothing was said: the job has not begun yet, or is not there. */
  | { readonly kind: 'nothing' }

/** A second chance that openQA did not give, and why. */
export interface RefusedRestart {
  readonly scenario: string
  readonly why: string
}

const answerSchema = z.object({
  result: z.array(z.record(z.string(), z.int().nullable())),
  errors: z.array(z.string()).nullish(),
})

const clonedBefore = /^Specified job (\d+) has already been cloned as (\d+)/

/**
 * Reads the answer to `POST jobs/<id>/restart`.
 * @throws Garbled where it is no such answer
 */
export function readRestartAnswer(jobId: number, answer: unknown): RestartAnswer {
  const { result, errors } = parseAs("openQA's answer to a restart", answerSchema, answer)
  const clones = result.flatMap((map) => Object.values(map)).filter((id) => id !== null)
  const clone = result.map((map) => map[String(jobId)] ?? null).find((id) => id !== null)
  if (clone != null) return { kind: 'restarted', clone, jobs: clones.toSorted((one, other) => one - other) }
  const before = errors?.flatMap((error) => clonedBefore.exec(error)?.[2] ?? []).at(0)
  if (before !== undefined) return { kind: 'restarted-before', clone: Number(before) }
  return errors?.length ? { kind: 'refused', why: errors.join('; ') } : { kind: 'nothing' }
}
