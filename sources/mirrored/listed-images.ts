import { parseImageList } from '../../compose/images/imagelist.ts'
import type { Image } from '../../compose/images/image.ts'
import type { Sites } from '../../compose/places/sites.ts'
import type { ComposeSource } from '../compose-tools.ts'

/** The top folder of the mirror, without a slash at the end. */
export function mirrorOf({ mirror: [base] }: Pick<Sites, 'mirror'>): string {
  if (base === undefined) throw new Error('no URL of a mirror is configured')
  return base
}

/**
 * The images below a folder of the mirror, by the image list of its tree. Their paths begin after the folder.
 * @throws ClientFailure if the mirror does not answer.
 */
export async function listedImages(
  { tree, sites }: Pick<ComposeSource, 'tree' | 'sites'>,
  url: string,
): Promise<readonly Image[]> {
  const mirror = mirrorOf(sites)
  const [name = '', ...folders] = url.slice(mirror.length + 1).split('/')
  const text = await tree.read(`${mirror}/${name}/imagelist-${name}`)
  return parseImageList(text, `${folders.join('/')}/`).images
}
