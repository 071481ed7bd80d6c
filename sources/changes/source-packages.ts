import type { StreamLimits } from '../../clients/compose-tree.ts'
import type { ComposeId } from '../../compose/naming/compose-id.ts'
import { readSourcePackages, type SourcePackages } from '../../compose/packages/rpms-json.ts'
import { metadataUrl } from '../../compose/places/location.ts'
import type { ComposeSource } from '../compose-tools.ts'
import { unread, type Unread } from './unread.ts'

/** The source packages of a compose, or why they could not be read. */
export type SourcePackagesLook = ({ readonly kind: 'there' } & SourcePackages) | Unread

/** `rpms.json` of Rawhide has up to 100 MB. */
const usualLimits: StreamLimits = { deadlineMs: 5 * 60_000, maxBytes: 256 * 1024 * 1024 }

/**
 * Reads the source packages of a compose from its `rpms.json`. The file is absent if the compose was deleted
 * (after about two weeks) or never had its metadata.
 */
export async function sourcePackagesOf(
  source: Pick<ComposeSource, 'tree' | 'sites'>,
  id: ComposeId,
  limits: StreamLimits = usualLimits,
): Promise<SourcePackagesLook> {
  const url = metadataUrl(id, source.sites, 'rpms.json')
  try {
    const read = await readSourcePackages(id, source.tree.stream(url, limits))
    return { kind: 'there', ...read }
  } catch (error) {
    return unread(error)
  }
}
