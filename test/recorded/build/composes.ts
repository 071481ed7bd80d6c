import { basename } from 'node:path'
import { z } from 'zod'
import { json, lines, paths } from './originals.ts'
import { writeTable } from './write.ts'

const header = z.object({ version: z.string() })
const compose = z.object({ id: z.string(), date: z.string(), respin: z.number(), type: z.string() })
const image = z.object({
  arch: z.string(),
  subvariant: z.string(),
  type: z.string(),
  format: z.string(),
  disc_number: z.number(),
  size: z.number(),
  bootable: z.boolean(),
  volume_id: z.string().nullable(),
  path: z.string(),
})
const imagesFile = z.object({
  header,
  payload: z.object({
    compose,
    images: z.record(z.string(), z.record(z.string(), z.array(image))),
  }),
})
const infoFile = z.object({
  header,
  payload: z.object({
    compose,
    release: z.object({ name: z.string(), short: z.string(), version: z.string() }),
    variants: z.record(
      z.string(),
      z.object({ uid: z.string(), name: z.string(), type: z.string(), arches: z.array(z.string()) }),
    ),
  }),
})

/** Writes the tables of composes: their images, their variants, the series and the URLs that they were at. */
export function writeComposes(): void {
  const images = paths('composes/*/*/images.json').map((path) => json(path, imagesFile))
  const infos = paths('composes/*/*/composeinfo.json').map((path) => json(path, infoFile))
  writeTable(
    'composes.tsv',
    [...images, ...infos].map(
      ({
        header: { version },
        payload: {
          compose: { id, ...rest },
        },
      }) => ({
        compose: id,
        ...rest,
        version,
      }),
    ),
  )
  writeTable('images.tsv', images.flatMap(imageRows))
  writeTable('variants.tsv', infos.flatMap(variantRows))
  writeTable('series.tsv', paths('composes/series/*').flatMap(seriesRows))
  writeTable('compose-urls.tsv', lines('compose-urls.txt').toSorted().map(urlRow))
}

function imageRows({ payload }: z.output<typeof imagesFile>) {
  return Object.entries(payload.images).flatMap(([variant, arches]) =>
    Object.values(arches)
      .flat()
      .map((each) => ({ compose: payload.compose.id, variant, ...each })),
  )
}

function variantRows({ payload }: z.output<typeof infoFile>) {
  const { name: product, short, version } = payload.release
  return Object.values(payload.variants).map(({ arches, ...variant }) => ({
    compose: payload.compose.id,
    product,
    short,
    version,
    ...variant,
    arches: arches.join(' '),
  }))
}

function seriesRows(path: string) {
  return lines(path).map((line) => {
    const [id = '', label = ''] = line.split(' ')
    return { series: basename(path), compose: id, label }
  })
}

function urlRow(url: string) {
  const form = /^https:\/\/kojipkgs\.fedoraproject\.org\/compose\/([^/]+)\/([^/]+)\/compose$/
  const [, place, id] = form.exec(url) ?? []
  if (place === undefined || id === undefined) throw new Error(`this is not the URL of a compose: ${url}`)
  return { place, compose: id }
}
