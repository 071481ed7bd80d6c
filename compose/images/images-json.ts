import { z } from 'zod'
import { Garbled } from '../garbled.ts'
import { formatComposeId, type ComposeId } from '../naming/compose-id.ts'
import { imageEntry, imageOf } from './image-json.ts'
import type { Image } from './image.ts'
import { safeLine } from '../safe-line.ts'
import { members, readJson } from '../read-json.ts'

/** The content of `images.json`, with the images of all variants and arches in one list. */
export interface ImagesManifest {
  readonly composeId: string
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly respin: number
  /** `production`, `nightly`, `test`, …, or a newer type. */
  readonly type: string
  /** The version of the file format, `1.0` to `1.2`. The header of `1.0` has no type. */
  readonly version: string
  readonly images: readonly Image[]
}

const expected = 'productmd images.json 1.0 to 1.2 (header, payload.compose, payload.images)'

const fileHeader = z.object({
  type: z
    .literal('productmd.images', {
      error: ({ input }) => `it is a ${safeLine(String(input), 60)} file, not productmd.images`,
    })
    .optional(),
  version: z
    .string()
    .regex(/^1\.\d+$/, { error: ({ input }) => `format version ${safeLine(String(input), 60)} is not 1.x` }),
})

const composeEntry = z.object({
  // It is in commands, paths and mails: a word, without spaces and control characters.
  id: z.string().regex(/^[\w.+~-]{1,200}$/, 'expected a compose id'),
  date: z.string().regex(/^\d{8}$/, 'expected a date as YYYYMMDD'),
  respin: z.number(),
  type: z.string(),
})

const imagesFile = z.object({
  header: fileHeader,
  payload: z.object({ compose: composeEntry, images: members(members(z.array(imageEntry))) }),
})

/**
 * Reads productmd's `images.json`, format 1.0 to 1.2.
 * @throws Garbled for any other text, and for an image path that could leave the compose's folder.
 */
export function parseImages(text: string): ImagesManifest {
  const { header, payload } = readJson(expected, imagesFile, text)
  const { id, date, respin, type } = payload.compose
  return {
    composeId: id,
    date: `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`,
    respin,
    type,
    version: header.version,
    images: Object.entries(payload.images).flatMap(([variant, arches]) =>
      Object.values(arches).flatMap((images) => images.map((entry) => imageOf(variant, entry))),
    ),
  }
}

/**
 * Reads the `images.json` of one compose.
 * @throws Garbled if the file belongs to another compose, or is not an images.json.
 */
export function parseImagesOf(id: ComposeId, text: string): ImagesManifest {
  const manifest = parseImages(text)
  const wanted = formatComposeId(id)
  if (manifest.composeId.toLowerCase() === wanted.toLowerCase()) return manifest
  throw new Garbled(`the images.json of ${wanted}`, `that of ${manifest.composeId}`)
}
