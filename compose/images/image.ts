/**
 * One image of a compose, as productmd's `images.json` describes it.
 * `type`, `format`, `arch` and `subvariant` are open words: Fedora adds new ones every cycle.
 */
export interface Image {
  readonly subvariant: string
  readonly type: string
  readonly format: string
  readonly arch: string
  readonly variant: string
  /** Relative to the compose's `compose/` folder. */
  readonly path: string
  /** Bytes; 0 where the metadata does not say. */
  readonly size: number
  /** 1 for the only or first disc. */
  readonly disc: number
}

/** What names an image across composes: (subvariant, type, arch). */
export type ImageKey = Pick<Image, 'subvariant' | 'type' | 'arch'>

/** The key as one word: `Server dvd x86_64`. */
export function imageName({ subvariant, type, arch }: ImageKey): string {
  return `${subvariant} ${type} ${arch}`
}

/**
 * The key under which images of different composes count as the same: lower case, `_Appliance` dropped.
 * fedfind compares so, since Fedora renamed `Minimal` to `Minimal_Appliance` and back.
 */
export function imageIdentity({ subvariant, type, arch }: ImageKey): string {
  return `${subvariant.toLowerCase().replace('_appliance', '')} ${type} ${arch}`
}
