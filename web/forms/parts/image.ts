import { z } from 'zod'
import type { ImageKey } from '../../../compose/images/image.ts'
import type { MembersOf } from '../../../compose/json-form.ts'
import type { ExplainedImage } from '../../../compose/koji/koji-explanation.ts'

const key = {
  subvariant: z.string(),
  type: z.string(),
  arch: z.string(),
} satisfies MembersOf<ImageKey>

/** What names an image. */
export const imageKeyShape = z.strictObject(key)

const koji = z.strictObject({
  task: z.int(),
  method: z.string(),
  state: z.string(),
  url: z.string(),
  fault: z.string(),
} satisfies MembersOf<NonNullable<ExplainedImage['koji']>>)

/** An expected image that a compose does not have. */
export const missingImageShape = z.strictObject({
  ...key,
  blocking: z.boolean().describe('a release needs it'),
  why: z.string(),
  koji: koji.nullable().describe('the failed task; null where none was found'),
} satisfies MembersOf<ExplainedImage>)
