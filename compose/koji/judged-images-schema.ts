import { z } from 'zod'
import type { JudgedImages } from './koji-explanation.ts'

const text = z.string()

const explanation = z.strictObject({ task: z.int(), method: text, state: text, url: text, fault: text })

const image = z.strictObject({
  subvariant: text,
  type: text,
  arch: text,
  blocking: z.boolean(),
  why: text,
  koji: explanation.nullable(),
})

/** The shape of {@link JudgedImages} as JSON. */
export const judgedImagesSchema: z.ZodType<JudgedImages> = z.strictObject({
  expected: z.int().min(0),
  missing: z.array(image),
})
