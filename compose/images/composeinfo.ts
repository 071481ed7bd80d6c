import { z } from 'zod'
import { readComposeId, type ComposeId } from '../naming/compose-id.ts'
import { members, readJson } from '../read-json.ts'

/** What `composeinfo.json` says of its compose. A text that the file does not have is empty. */
export interface ComposeInfo {
  /** The id as the file has it, and the same id parsed. `id` is null if the form of the id is not known. */
  readonly name: string
  readonly id: ComposeId | null
  /** `nightly`, `production`, `test`, …, or a newer type. */
  readonly type: string
  /** `YYYYMMDD`. */
  readonly date: string
  readonly respin: number
  /** `RC-1.2`. Null if the compose is not a candidate. */
  readonly label: string | null
  /** The product, such as name `Fedora`, short `Fedora`, version `Rawhide`. */
  readonly release: { readonly name: string; readonly short: string; readonly version: string }
  readonly variants: readonly Variant[]
}

/** One variant of a compose, such as `Server`, with its arches. */
export interface Variant {
  readonly uid: string
  readonly name: string
  readonly type: string
  readonly arches: readonly string[]
}

const words = z.string().catch('')
const digits = z.union([z.string(), z.number().transform(String)]).catch('')
const release = z.object({ name: words, short: words, version: digits })
const variant = z.object({
  uid: words,
  id: words,
  name: words,
  type: words,
  arches: z.array(z.string()).catch([]),
})

const composeinfo = z.object({
  payload: z.object({
    compose: z.object({
      id: z.string(),
      type: words,
      date: digits,
      respin: z.coerce.number().int().nonnegative().catch(0),
      label: z.string().min(1).nullable().catch(null),
    }),
    release: release.optional(),
    /** The name of `release` before productmd 1.0. */
    product: release.optional(),
    variants: members(variant).catch({}),
  }),
})

/**
 * Reads productmd's `composeinfo.json` of any version.
 * @throws Garbled if the text is not JSON or has no compose id.
 */
export function parseComposeInfo(text: string): ComposeInfo {
  const { payload } = readJson('composeinfo.json with payload.compose.id', composeinfo, text)
  const { id: name, ...compose } = payload.compose
  return {
    name,
    id: readComposeId(name),
    ...compose,
    release: payload.release ?? payload.product ?? { name: '', short: '', version: '' },
    variants: Object.entries(payload.variants).map(([key, { uid, id, ...rest }]) => ({
      uid: uid || id || key,
      ...rest,
    })),
  }
}
