/**
 * The URL of `logs/finish`, beside the tree. The nightly script of 2015 wrote this file when the tree was
 * done. The file does not mean success: the script also wrote it if the images of an arch had failed.
 */
export function finishUrl(tree: string): string {
  return `${tree.slice(0, tree.lastIndexOf('/'))}/logs/finish`
}

/** The URL of the boot image of one arch. Composes of 2015 have no list of images, so each arch is tried. */
export function bootImageUrl(tree: string, arch: string): string {
  return `${tree}/${bootImagePath(arch)}`
}

/** The path of an arch's boot image below its tree. */
export function bootImagePath(arch: string): string {
  return `${arch}/os/images/boot.iso`
}

/** The arches for which the script of 2015 made boot images. A failed build left no boot image. */
export const bootArches = ['x86_64', 'i386', 'armhfp'] as const
