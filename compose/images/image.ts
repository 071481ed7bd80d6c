/**
 * One image of a compose, as productmd's `images.json` describes it.
 * `type`, `format`, `arch` and `subvariant` may be any text, because Fedora adds new ones every cycle.
 */
export interface Image {
  readonly subvariant: string
  readonly type: string
  readonly format: string
  readonly arch: string
  readonly variant: string
  /** Relative to the compose's `compose/` folder. */
  readonly path: string
  /** In bytes. 0 if the metadata does not say. */
  readonly size: number
  /** 1 for an only disc and for the first disc of a set. */
  readonly disc: number
}

/** What identifies an image across composes: subvariant, type and arch. */
export type ImageKey = Pick<Image, 'subvariant' | 'type' | 'arch'>

/** The key as one text: `Server dvd x86_64`. */
export function imageName({ subvariant, type, arch }: ImageKey): string {
  return `${subvariant} ${type} ${arch}`
}

/**
 * The key under which images of different composes count as the same: in lower case and without `_Appliance`.
 * fedfind does the same, because Fedora renamed `Minimal` to `Minimal_Appliance` and back.
 */
export function imageIdentity({ subvariant, type, arch }: ImageKey): string {
  return `${subvariant.toLowerCase().replace('_appliance', '')} ${type} ${arch}`
}
