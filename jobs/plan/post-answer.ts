import { z } from 'zod'
import { parseAs } from '../../compose/read-json.ts'

/** openQA's answer to a `POST isos`. */
export type PostAnswer =
  /** Every job was made. */
  | { readonly kind: 'scheduled'; readonly ids: readonly number[]; readonly productId: number }
  /** Some jobs could not be made; `why` has openQA's reasons. */
  | {
      readonly kind: 'partial'
      readonly ids: readonly number[]
      readonly productId: number
      readonly why: readonly string[]
    }
  /** No job was made: an error, no template matched, or every job failed. */
  | { readonly kind: 'refused'; readonly why: string; readonly productId: number | null }
  /** openQA will make the jobs later (`async`): poll the scheduled product. */
  | { readonly kind: 'accepted'; readonly productId: number }

const reasons = z.union([z.string(), z.array(z.string())]).transform((words) => [words].flat())

/** A failure names a job, its id or a list of ids, with one reason or a list of reasons. */
const failure = z
  .object({
    job_name: z.string().nullish(),
    job_id: z.union([z.int(), z.array(z.int())]).nullish(),
    error_message: reasons.nullish(),
    error_messages: reasons.nullish(),
  })
  .transform(({ job_name, job_id, error_message, error_messages }) => {
    const words = [...(error_message ?? []), ...(error_messages ?? [])].map((text) => text.trim())
    return `${job_name ?? `job ${[job_id ?? '?'].flat().join(', ')}`}: ${words.join('; ') || 'no reason given'}`
  })

/** An empty list on success, an empty object on an error. */
const failed = z.union([z.array(failure), z.object({}).transform(() => [])])

const productId = z.int().nullish().default(null)

const answerSchema = z.object({
  scheduled_product_id: productId,
  error: z.string().nullish(),
  ids: z.array(z.int()).nullish(),
  failed: failed.nullish(),
})

/**
 * Reads the answer to `POST isos`. openQA answers 200 even if it made no job, with an `error` or without ids.
 * @throws Garbled if it is not such an answer
 */
export function readPostAnswer(answer: unknown): PostAnswer {
  const {
    scheduled_product_id,
    error,
    ids,
    failed: why,
  } = parseAs("openQA's answer to a post", answerSchema, answer)
  if (ids || error) return judge(scheduled_product_id, { error, ids, why })
  if (scheduled_product_id !== null) return { kind: 'accepted', productId: scheduled_product_id }
  return { kind: 'refused', why: 'openQA answered without jobs, error or product', productId: null }
}

interface Said {
  readonly error: string | null | undefined
  readonly ids: readonly number[] | null | undefined
  readonly why: readonly string[] | null | undefined
}

function judge(product: number | null, { error, ids, why }: Said): PostAnswer {
  if (error) return { kind: 'refused', why: error.trim(), productId: product }
  if (!ids?.length) {
    const none = 'no job matches: the product has no template for these settings'
    return { kind: 'refused', why: why?.length ? why.join('; ') : none, productId: product }
  }
  if (why?.length) return { kind: 'partial', ids, productId: product ?? 0, why }
  return { kind: 'scheduled', ids, productId: product ?? 0 }
}
