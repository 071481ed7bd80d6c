import { z } from 'zod'
import { imageShape } from './image.ts'

/** The JSON of `nightjar images`. */
export const imagesForm = z.strictObject({
  schema: z.literal('nightjar/images/1'),
  compose: z.string(),
  images: z.array(imageShape),
})
