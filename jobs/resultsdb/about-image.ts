import type { Image } from '../../compose/images/image.ts'
import { aboutCompose, type ResultCompose } from './about-compose.ts'
import type { NewResult } from './new-result.ts'

/** Like {@link aboutCompose}, for one image of the compose. */
export function aboutImage(
  compose: ResultCompose,
  image: Image,
  source: string,
): Pick<NewResult, 'groups' | 'data'> {
  const { groups, data } = aboutCompose(compose, source)
  const { subvariant, type, format, arch, disc } = image
  const name = [subvariant, type, format, arch, disc].join('.').toLowerCase()
  return {
    groups: [...groups, { namespace: 'image', name }, { namespace: source, name }],
    data: {
      ...data,
      item: fileName(image),
      'meta.conventions': `${data['meta.conventions']} productmd.image fedora.image`,
      'productmd.image.arch': arch,
      'productmd.image.disc_number': String(disc),
      'productmd.image.format': format,
      'productmd.image.subvariant': subvariant,
      'productmd.image.type': type,
    },
  }
}

/** The last part of the path of an image. */
export function fileName({ path }: Pick<Image, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
