/** What the suffix of a file name says about an image. */
export interface ImageSuffix {
  readonly suffix: string
  readonly format: string
  /** productmd's type. Null if it depends on the rest of the name. */
  readonly type: string | null
}

/** The suffixes of images. A longer suffix comes before a shorter one that it ends with. */
const suffixes: readonly ImageSuffix[] = [
  { suffix: '.vagrant-libvirt.box', format: 'vagrant-libvirt.box', type: 'vagrant-libvirt' },
  { suffix: '.vagrant.libvirt.box', format: 'vagrant-libvirt.box', type: 'vagrant-libvirt' },
  { suffix: '.vagrant-virtualbox.box', format: 'vagrant-virtualbox.box', type: 'vagrant-virtualbox' },
  { suffix: '.vagrant.virtualbox.box', format: 'vagrant-virtualbox.box', type: 'vagrant-virtualbox' },
  { suffix: '.vhdfixed.xz', format: 'vhd.xz', type: 'vhd-compressed' },
  { suffix: '.vhd.xz', format: 'vhd.xz', type: 'vhd-compressed' },
  { suffix: '.vhd', format: 'vhd', type: 'vpc' },
  { suffix: '.raw.xz', format: 'raw.xz', type: 'raw-xz' },
  { suffix: '.erofs.xz', format: 'erofs.xz', type: 'fex' },
  { suffix: '.oci.tar.xz', format: 'tar.xz', type: null },
  { suffix: '.tar.xz', format: 'tar.xz', type: null },
  { suffix: '.tar.gz', format: 'tar.gz', type: null },
  { suffix: '.ociarchive', format: 'ociarchive', type: null },
  { suffix: '.qcow2', format: 'qcow2', type: 'qcow2' },
  { suffix: '.vmdk', format: 'vmdk', type: 'vmdk' },
  { suffix: '.wsl', format: 'wsl', type: 'wsl2' },
  { suffix: '.iso', format: 'iso', type: null },
]

/** What the suffix of a file name says. Null if no image has that suffix. */
export function imageSuffix(name: string): ImageSuffix | null {
  return suffixes.find(({ suffix }) => name.endsWith(suffix)) ?? null
}
