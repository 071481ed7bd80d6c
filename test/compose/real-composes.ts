import { z } from 'zod'
import { recordedTable } from '../recorded/read.ts'

/** The metadata of one real compose, built from its lines in the recorded tables. */
export interface RealCompose {
  readonly id: string
  readonly release: number | 'Rawhide'
  /** Its `images.json`. */
  readonly text: string
}

const composeRow = z.object({
  compose: z.string(),
  date: z.string(),
  respin: z.coerce.number(),
  type: z.string(),
  version: z.string(),
})
const imageRow = z.object({
  compose: z.string(),
  variant: z.string(),
  arch: z.string(),
  subvariant: z.string(),
  type: z.string(),
  format: z.string(),
  disc_number: z.coerce.number(),
  size: z.coerce.number(),
  bootable: z.stringbool(),
  volume_id: z.string().transform((id) => id || null),
  path: z.string(),
})
const variantRow = z.object({
  compose: z.string(),
  product: z.string(),
  short: z.string(),
  version: z.string(),
  uid: z.string(),
  name: z.string(),
  type: z.string(),
  arches: z.string().transform((arches) => arches.split(' ')),
})

const composes = recordedTable('composes.tsv', composeRow)
const variants = recordedTable('variants.tsv', variantRow)

/** Every real compose whose images are recorded, in the order of their releases, Rawhide last. */
export const realComposes: readonly RealCompose[] = [
  ...Map.groupBy(recordedTable('images.tsv', imageRow), ({ compose }) => compose),
]
  .map(([id, images]) => ({ id, release: releaseOf(id), text: imagesJson(id, images) }))
  .toSorted((left, right) => rank(left) - rank(right))

/** The `composeinfo.json` of a real compose whose variants are recorded. */
export function composeInfoJson(id: string): string {
  const { header, compose } = identityOf(id)
  const own = variants.filter((row) => row.compose === id)
  const [first] = own
  if (first === undefined) throw new Error(`the variants of ${id} are not recorded`)
  const { product, short, version } = first
  return JSON.stringify({
    header: { type: 'productmd.composeinfo', ...header },
    payload: {
      compose,
      release: { internal: false, name: product, short, type: 'ga', version },
      variants: Object.fromEntries(
        own.map(({ uid, name, type, arches }) => [uid, { arches, id: uid, name, paths: {}, type, uid }]),
      ),
    },
  })
}

function imagesJson(id: string, rows: readonly z.output<typeof imageRow>[]): string {
  const { header, compose } = identityOf(id)
  const images = nested(rows, 'variant', (ofVariant) =>
    nested(ofVariant, 'arch', (entries) =>
      entries.map(({ compose: _compose, variant: _variant, ...entry }) => entry),
    ),
  )
  return JSON.stringify({
    header: header.version === '1.0' ? header : { type: 'productmd.images', ...header },
    payload: { compose, images },
  })
}

function identityOf(id: string) {
  const row = composes.find(({ compose }) => compose === id)
  if (row === undefined) throw new Error(`${id} is not recorded`)
  const { compose: _compose, version, ...rest } = row
  return { header: { version }, compose: { id, ...rest } }
}

/** The rows by the words of a column, in an object. */
function nested<Column extends string, Row extends Readonly<Record<Column, string>>, Value>(
  rows: readonly Row[],
  column: Column,
  valueOf: (own: readonly Row[]) => Value,
): Readonly<Record<string, Value>> {
  const groups = [...Map.groupBy(rows, (row) => row[column])]
  return Object.fromEntries(groups.map(([word, own]) => [word, valueOf(own)]))
}

function releaseOf(id: string): RealCompose['release'] {
  const version = id.split('-')[1] ?? ''
  return version === 'Rawhide' ? 'Rawhide' : Number(version)
}

function rank({ release }: RealCompose): number {
  return release === 'Rawhide' ? Infinity : release
}
