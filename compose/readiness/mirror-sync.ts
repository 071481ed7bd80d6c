import { imageName, type Image } from '../images/image.ts'

/** How many of the wanted images a mirror has. */
export interface MirrorSync {
  /** `absent`: the mirror has no part of any image. If no image is wanted, the mirror is `synced`. */
  readonly kind: 'synced' | 'partial' | 'absent'
  /** Names of images that the mirror has at their full size. */
  readonly present: readonly string[]
  /** Names of images that the mirror has at another size, for example while they are copied. */
  readonly wrongSize: readonly string[]
  readonly lacking: readonly string[]
  /** The result as one clause: `mirror has 12 of 13 wanted images; Server dvd x86_64 is 1.2 of 2.4 GB`. */
  readonly said: string
}

interface Held {
  readonly image: Image
  /** Bytes on the mirror. Null if the image is not there. */
  readonly size: number | null
}

/**
 * Compares wanted images with a mirror's files, given as path to bytes. If the metadata does not say the size
 * of an image, any size is right.
 */
export function mirrorSync(wanted: readonly Image[], listed: ReadonlyMap<string, number>): MirrorSync {
  const held = wanted.map((image): Held => ({ image, size: listed.get(image.path) ?? null }))
  const lacking = held.filter(({ size }) => size === null)
  const wrongSize = held.filter(({ image, size }) => size !== null && image.size !== 0 && size !== image.size)
  const present = held.filter((each) => !lacking.includes(each) && !wrongSize.includes(each))
  return {
    kind:
      present.length === wanted.length ? 'synced' : lacking.length === wanted.length ? 'absent' : 'partial',
    present: present.map(nameOf),
    wrongSize: wrongSize.map(nameOf),
    lacking: lacking.map(nameOf),
    said: [counted(present.length, wanted.length), ...troubles(wrongSize, lacking)].join('; '),
  }
}

function counted(present: number, wanted: number): string {
  const how = present === wanted ? 'all' : present === 0 ? 'none of' : `${present} of`
  return `mirror has ${how} ${wanted} wanted images`
}

/** One clause for wrong sizes and one for missing images. Each names the first image only. */
function troubles(wrongSize: readonly Held[], lacking: readonly Held[]): readonly string[] {
  const [halfway] = wrongSize
  const [missing] = lacking
  return [
    ...(halfway ? [`${nameOf(halfway)} is ${progress(halfway)}${others(wrongSize)}`] : []),
    ...(missing ? [`${nameOf(missing)} is not there${others(lacking)}`] : []),
  ]
}

function others({ length }: readonly Held[]): string {
  return length > 1 ? ` (and ${length - 1} more like it)` : ''
}

function progress({ image, size }: Held): string {
  const [has, full] = [gigabytes(size ?? 0), gigabytes(image.size)]
  return has === full ? `${size} of ${image.size} bytes` : `${has} of ${full} GB`
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(1)
}

function nameOf({ image }: Held): string {
  return imageName(image)
}
