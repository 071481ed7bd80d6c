import { z } from 'zod'
import { imageShape } from './image.ts'

/** The JSON of `nightjar diff`. */
export const diffForm = z.strictObject({
  schema: z.literal('nightjar/diff/1'),
  old: z.string(),
  new: z.string(),
  gone: z.array(imageShape),
  new_images: z.array(imageShape),
  renamed: z.array(z.strictObject({ from: imageShape, to: imageShape })).describe('of another type'),
  resized: z.array(
    z.strictObject({
      from: imageShape,
      to: imageShape,
      change: z.number().describe('of the size: 0.1 is 10 % more'),
    }),
  ),
})
