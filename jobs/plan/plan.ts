import type { LocatedImage } from '../../compose/expected/opened-compose.ts'
import { assetSetting } from './asset-setting.ts'
import { extraSettingMistakes } from './extra-settings.ts'
import { flavorOf, isAmong } from './flavor.ts'
import { imagelessFor, onlyImageless } from './imageless.ts'
import type { PlanInput } from './plan-input.ts'
import { postOf } from './post-settings.ts'
import type { Post } from './post.ts'
import { wantedImages } from './wanted-images.ts'
import { wantedByFedora } from './wanted.ts'

/**
 * Every post that openQA needs to test a compose: for each arch, in the given order, its wanted images, then
 * its flavors without an image. As with Fedora's scheduler, there are none without a wanted image, unless
 * nothing but flavors without an image is asked for. The same input makes the same posts.
 * @throws Error if an extra setting would rename the posts or cancel other jobs.
 */
export function planPosts(input: PlanInput): readonly Post[] {
  const mistakes = extraSettingMistakes(input.extraSettings ?? {})
  if (mistakes.length > 0) throw new Error(`the extra settings are wrong: ${mistakes.join('; ')}`)

  const { arches, flavors, wanted = wantedByFedora } = input
  const images = wantedImages(input.images, wanted, arches).filter((image) =>
    isAmong(flavors, flavorOf(image)),
  )
  if (images.length === 0 && !onlyImageless(flavors)) return []
  return [...new Set(arches)].flatMap((arch) => [
    ...images.filter((image) => image.arch === arch).map((image) => imagePost(input, image)),
    ...imagelessFor(arch, input.images)
      .filter(({ flavor }) => isAmong(flavors, flavor))
      .map(({ flavor, settings }) => postOf(input, flavor, arch, settings)),
  ])
}

function imagePost(input: PlanInput, image: LocatedImage): Post {
  return postOf(input, flavorOf(image), image.arch, {
    SUBVARIANT: image.subvariant,
    IMAGETYPE: image.type,
    [assetSetting(image)]: image.url,
    ...toolbox(input, image.arch),
  })
}

/** The toolbox tests run the compose's own container: the last one of the arch that podman can load. */
function toolbox({ images }: PlanInput, arch: string): Readonly<Record<string, string>> {
  const image = images.findLast((each) => each.arch === arch && isToolbox(each))
  return image === undefined ? {} : { TOOLBOX_IMAGE: image.url }
}

/** Containers were of the type `docker` before Fedora 42. An `ociarchive` is for another tool. */
function isToolbox({ subvariant, type, format }: LocatedImage): boolean {
  return subvariant === 'Container_Toolbox' && ['container', 'docker'].includes(type) && format === 'tar.xz'
}
