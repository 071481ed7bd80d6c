import { formatComposeId, streamOf, type ComposeId } from '../compose/naming/compose-id.ts'
import { composeNames } from '../compose/naming/listing.ts'
import { composeUrlOf, seriesFolder, statusUrl } from '../compose/places/location.ts'
import { parseReleaseMetadata } from '../compose/naming/release-metadata.ts'
import { versionOf } from '../compose/naming/releases.ts'
import type { Stream } from '../compose/naming/stream.ts'
import { isFailure } from '../clients/failure.ts'
import { composeBase, type ComposeSource } from './compose-source.ts'

/** What is to be found: the newest compose of a stream, of one date (`YYYYMMDD`) or of any. */
export interface NewestInput {
  readonly stream: Stream
  readonly date: string | null
  /** The UTC date of yesterday, `YYYYMMDD`: what was composed since is of a release that is still Branched. */
  readonly yesterday: string
}

/** The newest compose; `status` is Pungi's word, null before there is one. */
export type Newest =
  | {
      readonly kind: 'found'
      readonly id: ComposeId
      readonly compose: string
      readonly url: string
      readonly status: string | null
    }
  | { readonly kind: 'none'; readonly folder: string }
  | { readonly kind: 'no-branched' }

/** Finds the newest compose of a stream in its folder's index: two requests, and one more where Branched may be over. */
export async function findNewest(source: ComposeSource, input: NewestInput): Promise<Newest> {
  const base = composeBase(source.sites)
  const folder = seriesFolder(input.stream, base)
  const listed = composeNames(await source.tree.read(folder)).filter((id) => streamOf(id) === input.stream)
  const newest = listed.findLast(({ date }) => input.date === null || date === input.date)
  if (!newest || !isCurrent(newest, input)) {
    const version = await branchedVersion(source, input.stream)
    if (version === null) return { kind: 'no-branched' }
  }
  if (!newest) return { kind: 'none', folder }
  const status = await statusOf(source, newest)
  return {
    kind: 'found',
    id: newest,
    compose: formatComposeId(newest),
    url: composeUrlOf(newest, base),
    status,
  }
}

/** What a compose's STATUS says, null where it has none. @throws ClientFailure where that could not be asked. */
export async function statusOf({ tree, sites }: ComposeSource, id: ComposeId): Promise<string | null> {
  try {
    return (await tree.read(statusUrl(id, composeBase(sites)))).trim()
  } catch (error) {
    if (isFailure(error, 'absent')) return null
    throw error
  }
}

/** After its last nightly a release stops being Branched, but its composes stay for two weeks. */
function isCurrent({ date }: ComposeId, { stream, date: asked, yesterday }: NewestInput): boolean {
  return stream === 'rawhide' || asked !== null || date >= yesterday
}

async function branchedVersion({ tree, releases }: ComposeSource, stream: Stream): Promise<string | null> {
  return stream === 'rawhide' ? 'Rawhide' : versionOf(stream, parseReleaseMetadata(await tree.read(releases)))
}
