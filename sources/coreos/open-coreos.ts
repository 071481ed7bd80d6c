import { coreosFolder, coreosName, type CoreosBuild } from '../../compose/coreos/coreos-build.ts'
import { parseMetaJson } from '../../compose/coreos/meta-json.ts'
import { locate, type OpenedCompose } from '../../compose/expected/opened-compose.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { coreosSite } from './coreos-site.ts'

/**
 * Reads which images a build of Fedora CoreOS has, in one request.
 * @throws ClientFailure `absent` if there is no such build, Garbled if its `meta.json` is malformed.
 */
export async function openCoreos(
  { tree, sites }: Pick<ComposeSource, 'tree' | 'sites'>,
  build: CoreosBuild,
): Promise<OpenedCompose> {
  const folder = coreosFolder(build, sites.coreos)
  const text = await tree.read(`${folder}/meta.json`, coreosSite)
  return {
    compose: coreosName(build),
    ref: null,
    id: null,
    label: null,
    tree: folder,
    images: locate(folder, parseMetaJson(build, text)),
    judged: { lineup: 'other', release: build.release },
    coreos: build,
  }
}
