import { z } from 'zod'
import type { MissingImage } from '../../compose/expected/expected.ts'
import type { MembersOf } from '../../compose/json-form.ts'

/** An image as commands print it with `--json`. */
export const imageShape = z.strictObject({
  subvariant: z.string(),
  type: z.string(),
  format: z.string(),
  arch: z.string(),
  variant: z.string(),
  path: z.string().describe('relative to the folder compose/ of the compose'),
  url: z.string(),
  size: z.number().describe('bytes; 0 if it is not known'),
})

/** The JSON of `nightjar images`. */
export const imagesForm = z.strictObject({
  schema: z.literal('nightjar/images/1'),
  compose: z.string(),
  images: z.array(imageShape),
})

/** What {@link imageShape} describes. */
export type PrintedImage = Readonly<z.output<typeof imageShape>>

/** The members of an expected image that a compose does not have. */
export const missingImageMembers = {
  subvariant: z.string(),
  type: z.string(),
  arch: z.string(),
  blocking: z.boolean().describe('whether a release needs it'),
  why: z.string().describe('as what it is expected'),
} satisfies MembersOf<MissingImage>
