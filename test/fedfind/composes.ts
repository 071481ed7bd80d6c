import { composesOf } from '../../lab/nightly.ts'
import { green } from '../../lab/scenarios/green.ts'
import type { Image } from '../../compose/images/image.ts'
import { realComposes } from '../compose/real-composes.ts'

/** Below `/compose`: an id with its folder, STATUS, images and label. */
export interface Made {
  readonly id: string
  readonly folder: string
  readonly status?: string
  readonly images?: readonly Image[]
  /** Its `images.json`, where it is a real one. */
  readonly text?: string
  readonly label?: string
}

const usual = imagesOfLab()

const without = (...names: readonly string[]) =>
  usual.filter(({ subvariant, type, arch }) => !names.includes(`${subvariant} ${type} ${arch}`))

/** Images by `<variant> <subvariant> <type> <format> <arch>`. */
function few(...words: readonly string[]): readonly Image[] {
  return words.map((each) => {
    const [variant = '', subvariant = '', type = '', format = '', arch = ''] = each.split(' ')
    const path = `${variant}/${arch}/images/Fedora-${subvariant}-${type}.${arch}.${format}`
    return { variant, subvariant, type, format, arch, path, size: 1000, disc: 1 }
  })
}

const real = (id: string) => realComposes.find((each) => each.id === id)?.text ?? ''

const cloud = few(
  'Cloud Cloud_Base qcow2 qcow2 x86_64',
  'Cloud Cloud_Base raw-xz raw.xz x86_64',
  'Cloud Cloud_Base vagrant-libvirt vagrant-libvirt.box x86_64',
  'Cloud Cloud_Base qcow2 qcow2 aarch64',
)
const containers = few(
  'Container Container_Base container oci.tar.xz x86_64',
  'Container Container_Base container oci.tar.xz aarch64',
)
const iot = few(
  'IoT IoT dvd-ostree iso x86_64',
  'IoT IoT raw-xz raw.xz x86_64',
  'IoT IoT dvd-ostree iso aarch64',
)
const eln = few(
  'BaseOS BaseOS dvd iso x86_64',
  'BaseOS BaseOS boot iso x86_64',
  'BaseOS Container_Base container oci.tar.xz x86_64',
  'BaseOS container-base container oci.tar.xz aarch64',
)
const atomic = few('Kinoite Kinoite bootable-container ociarchive x86_64')

/** The composes in the order in which they finished. */
export const composes: readonly Made[] = [
  { id: 'Fedora-40-20240414.0', folder: '40', label: 'RC-1.14', text: real('Fedora-40-20240414.0') },
  { id: 'Fedora-42-20250408.0', folder: '42', label: 'Beta-1.4', images: without('KDE live x86_64') },
  { id: 'Fedora-42-20250409.0', folder: '42', label: 'RC-1.1', text: real('Fedora-42-20250409.0') },
  { id: 'Fedora-44-20261101.0', folder: '44', label: 'Beta-1.1', images: usual },
  { id: 'Fedora-44-20261102.0', folder: '44', label: 'Beta-1.2', images: without('Server dvd aarch64') },
  { id: 'Fedora-Rawhide-20261110.n.0', folder: 'rawhide', images: usual },
  { id: 'Fedora-Rawhide-20261120.n.0', folder: 'rawhide', images: usual },
  { id: 'Fedora-Rawhide-20261121.n.0', folder: 'rawhide', images: without('Xfce live x86_64') },
  { id: 'Fedora-Rawhide-20261123.n.0', folder: 'rawhide', status: 'DOOMED' },
  { id: 'Fedora-Rawhide-20261124.n.0', folder: 'rawhide', status: 'FINISHED_INCOMPLETE', images: usual },
  { id: 'Fedora-Rawhide-20261124.n.1', folder: 'rawhide', images: without('KDE live x86_64') },
  { id: 'Fedora-Rawhide-20261125.n.0', folder: 'rawhide', status: 'DOOMED' },
  { id: 'Fedora-Rawhide-20261125.n.1', folder: 'rawhide', status: 'STARTED' },
  { id: 'Fedora-44-20261123.n.0', folder: 'branched', images: usual },
  { id: 'Fedora-44-20261123.0', folder: '44', images: usual },
  { id: 'Fedora-44-20261124.n.0', folder: 'branched', images: without('Server boot aarch64') },
  { id: 'Fedora-eln-20261124.n.2', folder: 'eln', images: eln.slice(1) },
  { id: 'Fedora-eln-20261124.n.3', folder: 'eln', images: eln },
  ...['20261123', '20261124'].flatMap((date, nth) => [
    { id: `Fedora-Cloud-43-${date}.0`, folder: 'cloud', images: cloud.slice(1 - nth) },
    { id: `Fedora-Container-43-${date}.0`, folder: 'container', images: containers.slice(1 - nth) },
    { id: `Fedora-IoT-43-${date}.0`, folder: 'iot', images: iot.slice(1 - nth) },
    { id: `Fedora-43-updates-${date}.0`, folder: 'updates', images: atomic },
    { id: `Fedora-43-updates-testing-${date}.0`, folder: 'updates', images: atomic },
    { id: `Fedora-EPEL-10.1-updates-${date}.0`, folder: 'updates' },
    { id: `AlmaLinux-10-${date}.0`, folder: 'alma', images: iot.slice(1 - nth) },
  ]),
]

/** Finished composes whose trees are gone, but not their metadata. */
export const deleted: readonly Made[] = [
  { id: 'Fedora-Rawhide-20260930.n.0', folder: 'rawhide', images: without('Games live x86_64') },
  { id: 'Fedora-Rawhide-20261001.n.0', folder: 'rawhide', images: usual },
]

function imagesOfLab(): readonly Image[] {
  const [nightly] = composesOf(green, '2026-11-24')
  if (nightly === undefined) throw new Error('the green scenario has no compose')
  return nightly.images
}
