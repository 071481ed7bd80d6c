import { formatComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import type { ComposeInfo } from '../compose/images/composeinfo.ts'
import { Garbled } from '../compose/garbled.ts'
import { archivedMetadataUrl } from '../compose/places/metadata-archive.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { quoted } from '../compose/quoted.ts'
import { metadataArchive, type ComposeSource } from './compose-tools.ts'
import { readFirst } from './read-first.ts'

/**
 * What the `composeinfo.json` of a compose says. It is read from the compose's own place, or from the archive
 * of a deleted compose.
 * @throws ClientFailure `absent` if it has none, Garbled if the file is not of this compose.
 */
export async function readInfo(source: ComposeSource, id: ComposeId): Promise<ComposeInfo> {
  const tree = composeUrl({ kind: 'pungi', id }, source.sites)
  const wanted = formatComposeId(id)
  const urls = [
    `${tree}/metadata/composeinfo.json`,
    archivedMetadataUrl(id, metadataArchive(source), 'composeinfo.json'),
  ]
  const text = await readFirst(source.tree, urls, `${wanted} with a composeinfo.json`)
  const { parseComposeInfo } = await import('../compose/images/composeinfo.ts')
  const info = parseComposeInfo(text)
  if (info.name === wanted) return info
  throw new Garbled(`the composeinfo.json of ${wanted}`, `that of ${quoted(info.name)}`)
}
