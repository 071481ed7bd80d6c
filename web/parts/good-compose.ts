import type { ArchiveReader } from '../../archive/archive-reader.ts'
import { isOfTheWeb, markup, nothing, type Markup } from '../../report/html/markup.ts'
import { folderLink } from './compose-words.ts'
import { runWords } from './night-link.ts'
import { composePath, nightPath } from './paths.ts'

/** The last compose of a stream that passed. */
export interface GoodCompose {
  readonly run: string
  readonly compose: string
  /** Its folder; null where no night noted it. */
  readonly url: string | null
}

/** The last good compose of a stream; null where none passed. */
export async function goodCompose(archive: ArchiveReader, stream: string): Promise<GoodCompose | null> {
  const night = await archive.lastGood(stream)
  if (night === null || night.compose === null) return null
  const seen = await archive.compose(night.compose)
  return { run: night.run, compose: night.compose, url: seen?.url ?? null }
}

/** A sentence about it, with the way to its images. */
export function goodWords(good: GoodCompose | null): Markup {
  if (good === null) return markup`<p>No compose of it has passed yet.</p>`
  const { run, compose, url } = good
  const folder = url !== null && isOfTheWeb(url) ? markup`, ${folderLink(url, 'its folder')}` : nothing
  return markup`<p>Last good: ${compose} (<a href="${composePath(compose)}">its images</a>${folder}, <a href="${nightPath(run)}">${runWords(run)}</a>).</p>`
}
