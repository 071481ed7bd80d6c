import { composeArch, isArch } from '../images/arch.ts'
import { imageIdentity, type ImageKey } from '../images/image.ts'
import { subvariantOf } from '../images/subvariant.ts'
import { imageMethods } from './koji-method.ts'
import type { KojiTask } from './koji-task.ts'

/** Types that Pungi makes with its own tools, which no image method of Koji has. */
const pungiTypes = new Set(['boot', 'cd', 'dvd', 'rescue', 'dvd-ostree', 'ociarchive', 'bootable-container'])

/** Words of task names that say which types the task makes. The first row with a match counts. */
const typeWords: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\blive\b.*-osb\b/, ['live-osbuild']],
  [/\blive\b/, ['live']],
  [/\bdisk\b/, ['raw-xz', 'qcow2']],
  [/\bvagrant-libvirt\b/, ['vagrant-libvirt']],
  [/\bvagrant-virtualbox\b/, ['vagrant-virtualbox']],
  [/\bvagrant\b/, ['vagrant-libvirt', 'vagrant-virtualbox']],
  [/\bamazonec2\b/, ['raw-xz']],
  [/\bazure\b/, ['vhd-compressed', 'vpc']],
  // The disk for Google's cloud had the type docker until 41.
  [/\bgc[ep]\b/, ['tar-gz', 'docker']],
  [/\bcloud-base-(?:generic|uefi)\b/, ['qcow2']],
]

/** Types whose tasks always have a word of {@link typeWords} in their names. */
const saidTypes = new Set(['vagrant-libvirt', 'vagrant-virtualbox', 'vhd-compressed', 'vpc', 'tar-gz'])

/** Words of task names that distinguish no images. */
const padding = new Set(['fedora', 'live', 'osb', 'disk', 'image'])

/** Whether a task of a compose should make an image: by its arches, its method, and the words of its name. */
export function taskMakes(task: KojiTask, image: ImageKey): boolean {
  const arches = [task.arch, ...task.arches].map(composeArch)
  return (
    arches.includes(composeArch(image.arch)) &&
    methodMakes(task.method, image.type) &&
    nameSays(task.name, image.type) &&
    namesSubvariant(task.name, image)
  )
}

function methodMakes(method: string, type: string): boolean {
  if (pungiTypes.has(type)) return false
  const made = imageMethods.find((known) => known.method === method)?.makes ?? 'any'
  return made === 'any' || made === (type.includes('live') ? 'live' : 'disk')
}

/** Whether the name allows the type: `Fedora-Cloud-Base-Azure` makes a vhd and no qcow2. */
function nameSays(name: string, type: string): boolean {
  const said = typeWords.find(([shape]) => shape.test(name.toLowerCase()))
  return said ? said[1].includes(type) : !saidTypes.has(type)
}

/** Kiwi's task has the name of its file, `Fedora-KDE-Desktop-Live`: read it as the name of a file is read. */
function namesSubvariant(name: string, { subvariant, type, arch }: ImageKey): boolean {
  const wanted = words(subvariant.replaceAll('_', '-'))
  const ofType = words(type).filter((word) => !wanted.includes(word))
  const own = name.split(/[-.\s]/).filter((word) => !isPadding(word, ofType))
  const read = subvariantOf(own.join('-'))
  return (
    own.length > 0 &&
    imageIdentity({ subvariant: read, type, arch }) === imageIdentity({ subvariant, type, arch })
  )
}

function isPadding(word: string, ofType: readonly string[]): boolean {
  const plain = word.toLowerCase()
  return plain === '' || padding.has(plain) || isArch(word) || ofType.includes(plain)
}

function words(text: string): readonly string[] {
  return text.toLowerCase().split('-')
}
