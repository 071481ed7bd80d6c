import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'

/** openQA's answer to the restart of one job. It is always HTTP 200. */
export type RestartAnswer =
  /** The job and its dependent jobs were cloned; `jobs` are the sorted ids of the clones. */
  | { readonly kind: 'restarted'; readonly clone: number; readonly jobs: readonly number[] }
  /** The job was cloned before, by anybody. This makes a restart safe to repeat. */
  | { readonly kind: 'restarted-before'; readonly clone: number }
  /** openQA refused, for example because a file is gone. */
  | { readonly kind: 'refused'; readonly why: string }
  /** openQA did nothing and gave no reason: the job has not begun yet, or does not exist. */
  | { readonly kind: 'nothing' }

/** A restart that openQA refused, and why. */
export interface RefusedRestart {
  readonly scenario: string
  readonly why: string
}

const answerSchema = z.object({
  result: z.array(z.record(z.string(), z.int().nullable())),
  errors: z.array(z.string()).nullish(),
})

const clonedBefore = /^Specified job (\d+) has already been cloned as (\d+)/

/** Reads the answer to `POST jobs/<id>/restart`. @throws Garbled if it is not such an answer */
export function readRestartAnswer(jobId: number, answer: unknown): RestartAnswer {
  const { result, errors } = parseAs("openQA's answer to a restart", answerSchema, answer)
  const clones = result.flatMap((map) => Object.values(map)).filter((id) => id !== null)
  const clone = result.map((map) => map[String(jobId)] ?? null).find((id) => id !== null)
  if (clone != null) return { kind: 'restarted', clone, jobs: clones.toSorted((one, other) => one - other) }
  const before = errors?.flatMap((error) => clonedBefore.exec(error)?.[2] ?? []).at(0)
  if (before !== undefined) return { kind: 'restarted-before', clone: Number(before) }
  return errors?.length ? { kind: 'refused', why: errors.join('; ') } : { kind: 'nothing' }
}
