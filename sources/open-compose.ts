import { formatComposeId, readComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import type { ImagesManifest } from '../compose/images/images-json.ts'
import { formatLabel } from '../compose/naming/label.ts'
import { archivedMetadataUrl } from '../compose/places/metadata-archive.ts'
import { judgedAs, locate, type OpenedCompose } from '../compose/expected/opened-compose.ts'
import { Garbled } from '../compose/garbled.ts'
import { isFailure } from '../clients/failure.ts'
import { metadataArchive, type ComposeServices, type ComposeSource } from './compose-tools.ts'
import { readFirst } from './read-first.ts'
import { stagedId } from './mirrored/staged-id.ts'

/**
 * Reads which images a compose has. This is one request if its tree exists, two for a deleted compose, and
 * three for a label that is not staged. For a nightly of 2015, Koji's tasks say which.
 * @throws ClientFailure `absent` if there is no such compose, Garbled if its metadata is malformed.
 */
export async function openCompose(services: ComposeServices, ref: ComposeRef): Promise<OpenedCompose> {
  if (ref.kind === 'pungi') return openPungi(services, ref.id)
  if (ref.kind === 'staged') return openStaged(services, ref)
  if (ref.kind === 'mash') {
    const { openMash } = await import('./open-mash.ts')
    return openMash(await services.all(), ref)
  }
  const { openMirrored } = await import('./open-mirrored.ts')
  return openMirrored(services, ref)
}

async function openPungi(source: ComposeSource, id: ComposeId): Promise<OpenedCompose> {
  const tree = composeUrl({ kind: 'pungi', id }, source.sites)
  const urls = [
    `${tree}/metadata/images.json`,
    archivedMetadataUrl(id, metadataArchive(source), 'images.json'),
  ]
  const reading = readFirst(source.tree, urls, `${formatComposeId(id)} with an images.json`)
  return opened(await parsed(id, reading), { kind: 'pungi', id }, id, tree)
}

/**
 * A candidate that is staged has its metadata beside it: it is synced last. Before and after that time the
 * series says which compose has the label, and its images are where Pungi made them.
 */
async function openStaged(
  source: ComposeSource,
  ref: ComposeRef & { kind: 'staged' },
): Promise<OpenedCompose> {
  const label = formatLabel(ref.label)
  const tree = composeUrl(ref, source.sites)
  const text = await readStaged(source, `${tree}/metadata/images.json`)
  if (text === null) return { ...(await openPungi(source, await stagedId(source, ref))), ref, label }
  const { parseImages } = await import('../compose/images/images-json.ts')
  const manifest = parseImages(text)
  const id = readComposeId(manifest.composeId)
  if (id?.version !== String(ref.release))
    throw new Garbled(`the images.json of a compose of ${ref.release}`, `that of ${manifest.composeId}`)
  return opened(manifest, ref, id, tree)
}

/** A file of a staged candidate; null while the folder is not there, or is still synced: it answers 403. */
async function readStaged({ tree }: ComposeSource, url: string): Promise<string | null> {
  try {
    return await tree.read(url)
  } catch (error) {
    if (isFailure(error, 'absent') || isFailure(error, 'refused')) return null
    throw error
  }
}

/** Loads the parser while the request runs. */
async function parsed(id: ComposeId, reading: Promise<string>): Promise<ImagesManifest> {
  const [text, { parseImagesOf }] = await Promise.all([reading, import('../compose/images/images-json.ts')])
  return parseImagesOf(id, text)
}

function opened(
  { composeId, images }: ImagesManifest,
  ref: ComposeRef,
  id: ComposeId,
  tree: string,
): OpenedCompose {
  const label = ref.kind === 'staged' ? formatLabel(ref.label) : null
  return { compose: composeId, ref, id, label, tree, images: locate(tree, images), judged: judgedAs(id) }
}
