import { buildsUrl, newestBuild, type CoreosSearch } from '../../compose/coreos/builds-json.ts'
import type { CoreosBuild } from '../../compose/coreos/coreos-build.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { coreosSite } from './coreos-site.ts'

/** The newest build of a stream of Fedora CoreOS; null if there is none. @throws ClientFailure, Garbled */
export async function findCoreos(
  { tree, sites }: Pick<ComposeSource, 'tree' | 'sites'>,
  search: CoreosSearch,
): Promise<CoreosBuild | null> {
  return newestBuild(await tree.read(buildsUrl(search.stream, sites.coreos), coreosSite), search)
}
