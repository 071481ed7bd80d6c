import type { Lab } from '../../lab/lab.ts'

/** The (flavor, arch) of every post that openQA took, in their order. */
export function productsOf({ openqa }: Lab): readonly string[] {
  return openqa.posts().map(({ settings }) => `${settings['FLAVOR']} ${settings['ARCH']}`)
}
