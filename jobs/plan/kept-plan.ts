import { z } from 'zod'
import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { judgedImagesSchema } from '../../compose/koji/judged-images-schema.ts'
import type { JudgedImages } from '../../compose/koji/koji-explanation.ts'
import { readJson } from '../../compose/read-json.ts'
import type { Post } from './post.ts'

/** The plan of a compose in the archive. */
export interface KeptPlan {
  readonly compose: string
  readonly url: string
  readonly label: string | null
  readonly version: string
  readonly posts: readonly Post[]
  /** What the plan had to guess, one sentence each. */
  readonly warnings: readonly string[]
  readonly images: readonly LocatedImage[]
  /** The missing expected images, and the failed Koji tasks that explain them. */
  readonly judged: JudgedImages | null
}

const text = z.string()

const post: z.ZodType<Post> = z.object({ flavor: text, arch: text, settings: z.record(text, text) })

const image: z.ZodType<LocatedImage> = z.object({
  subvariant: text,
  type: text,
  format: text,
  arch: text,
  variant: text,
  path: text,
  size: z.number(),
  disc: z.number(),
  url: text,
})

const keptPlan: z.ZodType<KeptPlan> = z.object({
  compose: text,
  url: text,
  label: text.nullable(),
  version: text,
  posts: z.array(post),
  warnings: z.array(text).default([]),
  images: z.array(image),
  judged: judgedImagesSchema.nullable(),
})

/** Reads a kept plan from JSON. @throws Garbled if it is not a plan. */
export function parseKeptPlan(json: string): KeptPlan {
  return readJson('a kept plan', keptPlan, json)
}
