import { z } from 'zod'
import type { Explanation, JudgedImages } from './koji-explanation.ts'

const text = z.string()

/** The shape of {@link Explanation} as JSON. */
export const explanationSchema: z.ZodType<Explanation> = z.strictObject({
  task: z.int(),
  method: text,
  state: text,
  url: text,
  fault: text,
})

const image = z.strictObject({
  subvariant: text,
  type: text,
  arch: text,
  blocking: z.boolean(),
  why: text,
  koji: explanationSchema.nullable(),
})

/** The shape of {@link JudgedImages} as JSON. */
export const judgedImagesSchema: z.ZodType<JudgedImages> = z.strictObject({
  expected: z.int().min(0),
  missing: z.array(image),
})
