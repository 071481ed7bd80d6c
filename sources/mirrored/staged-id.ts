import type { ComposeId } from '../../compose/naming/compose-id.ts'
import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { formatLabel } from '../../compose/naming/label.ts'
import { labelled, parseSeries } from '../../compose/naming/series.ts'
import { seriesUrl } from '../../compose/places/metadata-archive.ts'
import { ClientFailure, isFailure } from '../../clients/failure.ts'
import { metadataArchive, type ComposeSource } from '../compose-tools.ts'

/** The finished compose with a label, by the series. @throws ClientFailure `absent` if none has it. */
export async function stagedId(
  source: ComposeSource,
  { release, label }: ComposeRef & { kind: 'staged' },
): Promise<ComposeId> {
  const url = seriesUrl({ short: 'Fedora', version: String(release) }, metadataArchive(source))
  const id = labelled(parseSeries(await source.tree.read(url)), formatLabel(label))
  if (id) return id
  throw new ClientFailure(
    'absent',
    'the compose tree',
    `no finished compose has the label ${formatLabel(label)} in ${url}`,
  )
}

/** Like {@link stagedId}; null if no finished compose has the label. */
export async function stagedIdIfAny(
  source: ComposeSource,
  ref: ComposeRef & { kind: 'staged' },
): Promise<ComposeId | null> {
  try {
    return await stagedId(source, ref)
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}
