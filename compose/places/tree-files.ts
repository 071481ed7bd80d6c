/**
 * The file in which the nightly script of 2015 wrote a line when its tree was done: beside the tree, in its
 * logs. It says nothing of success: an arch whose images failed gets it as well.
 */
export function finishUrl(tree: string): string {
  return `${tree.slice(0, tree.lastIndexOf('/'))}/logs/finish`
}

/** The boot image of one arch; 2015 made no list of images, so each arch is looked at on its own. */
export function bootImageUrl(tree: string, arch: string): string {
  return `${tree}/${bootImagePath(arch)}`
}

/** The path of an arch's boot image below its tree. */
export function bootImagePath(arch: string): string {
  return `${arch}/os/images/boot.iso`
}

/** The arches that the script of 2015 made boot images of; a build that failed left none. */
export const bootArches = ['x86_64', 'i386', 'armhfp'] as const
