import { z } from 'zod'
import type { Image } from '../../compose/images/image.ts'
import type { MembersOf } from '../../compose/json-form.ts'
import { pageForm } from '../page-form.ts'
import { composeLineShape } from './parts/compose.ts'
import { missingImageShape } from './parts/image.ts'
import { nightLineShape } from './parts/night-line.ts'

const image = z.strictObject({
  subvariant: z.string(),
  type: z.string(),
  format: z.string(),
  arch: z.string(),
  variant: z.string(),
  path: z.string().describe('below <url>/compose/'),
  size: z.int().describe('bytes; 0 where it is not known'),
  disc: z.int(),
} satisfies MembersOf<Image>)

/** The JSON of a compose: `/compose/Fedora-Rawhide-20261124.n.0`. */
export const composeForm = pageForm('nightjar/page-compose/1', {
  compose: composeLineShape,
  previous: z.string().nullable().describe('the compose of its stream that came before it'),
  next: z.string().nullable(),
  nights: z.array(nightLineShape).describe('the nights of it, the latest first'),
  missing: z.array(missingImageShape).describe('the expected images that it does not have'),
  images: z.array(image),
})
