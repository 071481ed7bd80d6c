import type { Image } from '../compose/images/image.ts'
import { readComposeId } from '../compose/naming/compose-id.ts'
import type { LabCompose } from './nightly.ts'

/** A compose's `images.json`, in productmd's format 1.2. */
export function imagesJson(compose: LabCompose): string {
  const variants = Object.groupBy(compose.images, ({ variant }) => variant)
  const images = Object.fromEntries(
    Object.entries(variants).map(([variant, all = []]) => {
      const arches = Object.groupBy(all, ({ arch }) => arch)
      return [
        variant,
        Object.fromEntries(Object.entries(arches).map(([arch, some = []]) => [arch, some.map(entry)])),
      ]
    }),
  )
  return productmdDocument('productmd.images', { compose: composeEntry(compose), images })
}

/** A compose's `composeinfo.json`, in productmd's format 1.2. */
export function composeinfoJson(compose: LabCompose): string {
  const variants = Object.entries(Object.groupBy(compose.images, ({ variant }) => variant))
  const release = { internal: false, name: 'Fedora', short: 'Fedora', type: 'ga', version: compose.version }
  return productmdDocument('productmd.composeinfo', {
    compose: composeEntry(compose),
    release,
    variants: Object.fromEntries(
      variants.map(([name, images = []]) => {
        const arches = [...new Set(images.map(({ arch }) => arch))].toSorted()
        return [name, { arches, id: name, name, paths: {}, type: 'variant', uid: name }]
      }),
    ),
  })
}

/** The text of a file of productmd. */
export function productmdDocument(type: string, payload: unknown): string {
  return JSON.stringify({ header: { type, version: '1.2' }, payload }, null, 4)
}

/** A compose in such a file. */
export function composeEntry({ id, script }: LabCompose): unknown {
  const date = /-(\d{8})\./.exec(id)?.[1] ?? ''
  const { respin, label } = script
  return {
    date,
    id,
    respin,
    type: readComposeId(id)?.type ?? 'nightly',
    ...(label !== undefined && { label }),
  }
}

function entry({ arch, disc, format, path, size, subvariant, type }: Image): unknown {
  return {
    arch,
    bootable: format === 'iso',
    checksums: { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
    disc_count: 1,
    disc_number: disc,
    format,
    implant_md5: null,
    mtime: 1_795_000_000,
    path,
    size,
    subvariant,
    type,
    volume_id: format === 'iso' ? `Fedora-${subvariant}-${arch}` : null,
  }
}
