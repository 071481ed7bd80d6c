import { z } from 'zod'
import { imageShape, missingImageMembers } from './image.ts'

/** The JSON of `nightjar expected`. */
export const expectedForm = z.strictObject({
  schema: z.literal('nightjar/expected/1'),
  compose: z.string(),
  missing: z.array(z.strictObject(missingImageMembers)),
  present: z.array(imageShape),
})
