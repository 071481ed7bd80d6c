import { z } from 'zod'
import type { Image } from '../../compose/images/image.ts'
import { parseComposeId, seriesName } from '../../compose/naming/compose-id.ts'
import { index } from '../cli/small-fedora.ts'
import { recordedTable } from '../recorded/read.ts'
import { composes, deleted, type Made } from './composes.ts'

type Entries = readonly (readonly [path: string, text: string])[]

/** Everything that both programs read, by its path. */
export const tree: ReadonlyMap<string, string> = new Map([
  [
    '/release.json',
    '{"fedora": {"stable": [42, 43], "branched": [44]}, "el": {"stable": [9, 10], "branched": []}}',
  ],
  ...folders(),
  ...composes.flatMap(filesOf),
  ...finished().flatMap(archived),
  ...series(),
  ...staged('Fedora-44-20261101.0', '44_Beta-1.1'),
  ...staged('Fedora-44-20261102.0', '44_Beta-1.2'),
  ...mirrors(),
])

function finished(): readonly Made[] {
  return [...deleted, ...composes.filter(({ status = 'FINISHED' }) => status.startsWith('FINISHED'))]
}

function folders(): Entries {
  const groups = Map.groupBy(composes, ({ folder }) => folder)
  return [...groups].map(([folder, own]) => [`/compose/${folder}/`, index(...own.map(({ id }) => id))])
}

/** fedfind asks for folders without the slash at their end. */
function filesOf(made: Made): Entries {
  const top = `/compose/${made.folder}/${made.id}`
  const head = [top, `${top}/compose`].flatMap((path): Entries => [
    [path, index('metadata')],
    [`${path}/`, index('metadata')],
  ])
  const rest: Entries = [
    [`${top}/STATUS`, `${made.status ?? 'FINISHED'}\n`],
    [`${top}/COMPOSE_ID`, made.id],
  ]
  return [...head, ...rest, ...metadata(`${top}/compose/metadata`, made)]
}

function archived(made: Made): Entries {
  const year = parseComposeId(made.id).date.slice(0, 4)
  return metadata(`/compose/metadata-archive/${year}/${made.id}`, made)
}

function metadata(folder: string, { id, images, text, label }: Made): Entries {
  const json = images === undefined ? text : imagesJson(id, images)
  if (json === undefined) return []
  const { short, version } = parseComposeId(id)
  const info = {
    compose: { ...entryOf(id), ...(label !== undefined && { label, final: false }) },
    release: { internal: false, name: short, short, type: 'ga', version },
    variants: {},
  }
  return [
    [`${folder}/images.json`, json],
    [`${folder}/composeinfo.json`, documentOf('productmd.composeinfo', info)],
  ]
}

function entryOf(id: string) {
  const { date, type, respin } = parseComposeId(id)
  return { id, date, type, respin }
}

/** In one folder of a variant and arch each: neither program minds the order. */
function imagesJson(id: string, images: readonly Image[]): string {
  const variants = Map.groupBy(images, ({ variant }) => variant)
  const payload = [...variants].map(([variant, own]) => {
    const arches = Map.groupBy(own, ({ arch }) => arch)
    return [variant, Object.fromEntries([...arches].map(([arch, all]) => [arch, all.map(fileOf)]))]
  })
  return documentOf('productmd.images', { compose: entryOf(id), images: Object.fromEntries(payload) })
}

function fileOf({ disc, variant: _variant, ...image }: Image) {
  return { ...image, disc_number: disc, disc_count: 1, bootable: image.format === 'iso', volume_id: null }
}

function documentOf(type: string, payload: unknown): string {
  return JSON.stringify({ header: { type, version: '1.2' }, payload })
}

/** The archive names a series by product and version: updates are among the composes of their release. */
function series(): Entries {
  const groups = Map.groupBy(finished(), ({ id }) => {
    const { short, version } = parseComposeId(id)
    return seriesName({ short, version: version.toLowerCase() })
  })
  return [...groups].map(([name, own]) => [
    `/compose/metadata-archive/series/${name}`,
    own.map(({ id, label }) => `${id}${label === undefined ? '' : ` ${label}`}\n`).join(''),
  ])
}

function staged(id: string, name: string): Entries {
  const made = composes.find((each) => each.id === id)
  const top = `/pub/alt/stage/${name}`
  return made
    ? [[top, index('metadata')], [`${top}/`, index('metadata')], ...metadata(`${top}/metadata`, made)]
    : []
}

/** The image lists of January 2026, and the trees that fedfind asks for. */
function mirrors(): Entries {
  const row = z.object({ list: z.string(), size: z.string(), path: z.string() })
  const lists = Map.groupBy(recordedTable('imagelists.tsv', row), ({ list }) => list)
  const files = ['fedora', 'alt', 'archive'].map((name) => {
    const lines = (lists.get(`${name}.2026`) ?? []).map(
      ({ size, path }) => `${size && `${size} `}./${path}\n`,
    )
    return [`/pub/${name}/imagelist-${name}`, lines.join('')] as const
  })
  const current = ['42', '43', 'test/43_Beta'].map((name) => `/pub/fedora/linux/releases/${name}`)
  const old = ['releases/40', 'releases/39', 'core/6', 'core/5'].map(
    (name) => `/pub/archive/fedora/linux/${name}`,
  )
  const tops = [...current, ...old, '/pub/alt/live-respins']
  return [
    ...files,
    ...tops.flatMap((top) => ['', '/', '/Everything'].map((end) => [top + end, index('iso')] as const)),
  ]
}
