import { formatComposeId } from '../compose/naming/compose-id.ts'
import { formatComposeName } from '../compose/naming/compose-name.ts'
import { idOfRef, type ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeUrls } from '../compose/places/compose-url.ts'
import type { Image } from '../compose/images/image.ts'
import {
  judgedAs,
  locate,
  type LocatedImage,
  type OpenedCompose,
} from '../compose/expected/opened-compose.ts'
import { ClientFailure } from '../clients/failure.ts'
import type { ComposeSource } from './compose-tools.ts'
import { listedImages, mirrorOf } from './mirrored/listed-images.ts'
import { madeAs } from './mirrored/made-as.ts'

/**
 * Reads which images a compose has that exists only on the mirrors, from the mirrors' image lists. A
 * supported release needs two requests, since its images lie in two trees; an archived one needs one more.
 * Two more tell from which compose it is, and the sizes of its images.
 */
export async function openMirrored(source: ComposeSource, ref: ComposeRef): Promise<OpenedCompose> {
  const urls = composeUrls(ref, source.sites)
  for (const url of urls) {
    const found = await imagesBelow(source, url, ref)
    if (found.length > 0) {
      const listed = [...found, ...(await imagesInOtherTree(source, url, ref))]
      const { id: made, label, images } = await madeAs(source, ref, listed)
      const id = made ?? idOfRef(ref)
      const compose = made === null ? formatComposeName(ref) : formatComposeId(made)
      return { compose, ref, id, label, tree: url, images, judged: judgedAs(id, ref) }
    }
  }
  throw new ClientFailure(
    'absent',
    "the mirror's image lists",
    `no image of ${formatComposeName(ref)} below ${urls.join(' or ')}`,
  )
}

async function imagesBelow(
  source: ComposeSource,
  url: string,
  ref: ComposeRef,
): Promise<readonly LocatedImage[]> {
  const images = await listedImages(source, url)
  return locate(
    url,
    images.filter((image) => isOf(ref, image)),
  )
}

/** The spins and labs of a release lie in the mirrors' second tree, `alt`, under the same name. */
async function imagesInOtherTree(
  source: ComposeSource,
  url: string,
  ref: ComposeRef,
): Promise<readonly LocatedImage[]> {
  const [, name] = /\/(?:fedora\/linux|archive\/fedora\/linux)\/(releases\/.+)$/.exec(url) ?? []
  return name === undefined ? [] : imagesBelow(source, `${mirrorOf(source.sites)}/alt/${name}`, ref)
}

/**
 * All live respins share a folder; the release and date in a file name tell them apart. Since Fedora 9 a
 * `boot.iso` is a hard link to an installer with a name of its own.
 */
function isOf(ref: ComposeRef, { path }: Image): boolean {
  if (ref.kind === 'respin') return path.startsWith(`F${ref.release}-`) && path.includes(`-${ref.date}.`)
  return !('release' in ref && ref.release >= 9 && path.endsWith('/os/images/boot.iso'))
}
