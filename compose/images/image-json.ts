import { z } from 'zod'
import { identifyImage } from './image-name.ts'
import { pathFault } from './image-path.ts'
import type { Image } from './image.ts'

const imagePath = z.string().superRefine((value, context) => {
  const fault = pathFault(value)
  if (fault !== null) context.addIssue(`the path ${JSON.stringify(value.slice(0, 80))} ${fault}`)
})

/**
 * One entry of `images.json`. The first files of this format, from late 2015, have no `subvariant`. It is
 * then read from the path.
 */
export const imageEntry = z.object({
  path: imagePath,
  type: z.string(),
  format: z.string(),
  arch: z.string(),
  subvariant: z.string().nullish(),
  size: z.number().nonnegative().nullish(),
  disc_number: z.number().nullish(),
})

/** The image that an entry below `variant` describes. */
export function imageOf(variant: string, entry: z.output<typeof imageEntry>): Image {
  return {
    subvariant: entry.subvariant || subvariantNamed(entry.path, variant),
    type: correctType(entry.type, entry.path),
    format: entry.format,
    arch: entry.arch,
    variant,
    path: entry.path,
    size: entry.size ?? 0,
    disc: entry.disc_number ?? 1,
  }
}

function subvariantNamed(path: string, variant: string): string {
  const named = identifyImage(path)
  return named.kind === 'image' ? named.subvariant : variant
}

/**
 * Corrects the type of ostree installers. Pungi gave them the type `boot` for a while. fedfind also corrects
 * it by the file name.
 */
function correctType(type: string, path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return type === 'boot' && /-(dvd|ostree)-/.test(name) ? 'dvd-ostree' : type
}
