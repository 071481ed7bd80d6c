import { formatComposeId, readComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { Garbled } from '../compose/garbled.ts'
import type { ImagesManifest } from '../compose/images/images-json.ts'
import { formatLabel } from '../compose/naming/label.ts'
import { archivedMetadataUrl, seriesUrl } from '../compose/places/metadata-archive.ts'
import { judgedAs, locate, type OpenedCompose } from '../compose/expected/opened-compose.ts'
import { labelled, parseSeries } from '../compose/naming/series.ts'
import { ClientFailure } from '../clients/failure.ts'
import { metadataArchive, type ComposeSource } from './compose-source.ts'
import { readFirst } from './read-first.ts'

/**
 * Reads which images a compose has: one request where its tree is there, two for a purged or a labelled one.
 * @throws ClientFailure `absent` where the compose is not there, Garbled where its metadata is not what it should be.
 */
export async function openCompose(source: ComposeSource, ref: ComposeRef): Promise<OpenedCompose> {
  if (ref.kind === 'pungi') return openPungi(source, ref.id)
  if (ref.kind === 'staged') return openStaged(source, ref)
  if (ref.kind === 'mash') throw noList(ref)
  const { openMirrored } = await import('./open-mirrored.ts')
  return openMirrored(source, ref)
}

function noList(ref: ComposeRef): ClientFailure {
  const said = `${formatComposeName(ref)} was made before composes had metadata that lists their images`
  return new ClientFailure('absent', 'the compose tree', said)
}

async function openPungi(source: ComposeSource, id: ComposeId): Promise<OpenedCompose> {
  const tree = composeUrl({ kind: 'pungi', id }, source.sites)
  const urls = [
    `${tree}/metadata/images.json`,
    archivedMetadataUrl(id, metadataArchive(source), 'images.json'),
  ]
  const reading = readFirst(source.tree, urls, `${formatComposeId(id)} with an images.json`)
  return opened(await parsed(reading), id, tree, null)
}

/** The series tells which compose bears the label; being finished, its metadata is in the archive. */
async function openStaged(
  source: ComposeSource,
  ref: ComposeRef & { kind: 'staged' },
): Promise<OpenedCompose> {
  const archive = metadataArchive(source)
  const id = await composeLabelled(source, ref)
  const reading = source.tree.read(archivedMetadataUrl(id, archive, 'images.json'))
  return opened(await parsed(reading), id, composeUrl(ref, source.sites), formatLabel(ref.label))
}

/** The parser is loaded while its text is on the way. */
async function parsed(reading: Promise<string>): Promise<ImagesManifest> {
  const [text, { parseImages }] = await Promise.all([reading, import('../compose/images/images-json.ts')])
  return parseImages(text)
}

/** The compose behind a label. @throws ClientFailure `absent` where no finished compose bears it. */
export async function composeLabelled(
  source: ComposeSource,
  ref: ComposeRef & { kind: 'staged' },
): Promise<ComposeId> {
  const url = seriesUrl({ short: 'Fedora', version: String(ref.release) }, metadataArchive(source))
  const id = labelled(parseSeries(await source.tree.read(url)), formatLabel(ref.label))
  if (id) return id
  throw new ClientFailure(
    'absent',
    'the compose tree',
    `no finished compose bears the label ${formatLabel(ref.label)} in ${url}`,
  )
}

function opened(
  manifest: ImagesManifest,
  asked: ComposeId,
  tree: string,
  label: string | null,
): OpenedCompose {
  const { composeId, images } = manifest
  if (composeId !== formatComposeId(asked))
    throw new Garbled(`the images.json of ${formatComposeId(asked)}`, `that of ${composeId}`)
  const id = readComposeId(composeId)
  return { compose: composeId, id, label, tree, images: locate(tree, images), judged: judgedAs(id) }
}
