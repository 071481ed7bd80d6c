import { z } from 'zod'
import type { ImageNight } from '../../archive/queries/image-history.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { pageForm } from '../page-form.ts'
import { imageKeyShape, missingImageShape } from './parts/image.ts'

const night = z.strictObject({
  run: z.string().describe('the workflow id'),
  date: z.string().nullable(),
  compose: z.string(),
  size: z.int().nullable().describe('bytes; 0 where it is not known, null where the compose did not have it'),
  missing: missingImageShape.nullable().describe('what the report said of it where it was missing'),
} satisfies MembersOf<ImageNight>)

const standing = z.strictObject({
  last: night.describe('the last compose whose images are known'),
  missingSince: night
    .nullable()
    .describe('the first compose of a row without it; null where the last has it'),
  composes: z.int().describe('of that row'),
  lastThere: night.nullable().describe('the last compose that had it'),
})

/** The JSON of an image: `/image/rawhide/KDE/live/x86_64`. */
export const imageForm = pageForm('nightjar/page-image/1', {
  stream: z.string(),
  image: imageKeyShape,
  standing,
  nights: z.array(night).describe('the last 90 whose images are known, the latest first'),
})
