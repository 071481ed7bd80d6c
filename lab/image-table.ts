/** One kind of image in the lab's nightlies, and its arches. */
export interface LabImage {
  readonly variant: string
  readonly subvariant: string
  readonly type: string
  readonly format: string
  readonly arches: readonly string[]
  /** Mebibytes, about. */
  readonly size: number
}

const four = ['aarch64', 'ppc64le', 's390x', 'x86_64']
const three = ['aarch64', 'ppc64le', 'x86_64']
const two = ['aarch64', 'x86_64']
const x86 = ['x86_64']
const arm = ['aarch64']

/** The images of a Fedora nightly: about ninety, with the variants, types and arches of the real ones. */
export const imageTable: readonly LabImage[] = [
  row('Cloud', 'Cloud_Base', 'qcow2', 'qcow2', four, 530),
  row('Cloud', 'Cloud_Base', 'raw-xz', 'raw.xz', two, 505),
  row('Cloud', 'Cloud_Base', 'tar-gz', 'tar.gz', two, 520),
  row('Cloud', 'Cloud_Base', 'vhd-compressed', 'vhd.xz', two, 525),
  row('Cloud', 'Cloud_Base', 'vagrant-libvirt', 'vagrant-libvirt.box', two, 730),
  row('Cloud', 'Cloud_Base', 'vagrant-virtualbox', 'vagrant-virtualbox.box', x86, 745),
  row('Cloud', 'Cloud_Base_UKI', 'qcow2', 'qcow2', two, 540),
  row('Container', 'Container_Base', 'container', 'tar.xz', four, 57),
  row('Container', 'Container_Minimal_Base', 'container', 'tar.xz', four, 47),
  row('Container', 'Container_Toolbox', 'container', 'tar.xz', four, 320),
  row('Container', 'FEX_RootFS', 'fex', 'erofs.xz', x86, 1100),
  row('Everything', 'Everything', 'boot', 'iso', four, 1000),
  row('KDE', 'KDE', 'live', 'iso', three, 2770),
  row('KDE', 'KDE', 'raw-xz', 'raw.xz', arm, 3380),
  row('Kinoite', 'Kinoite', 'dvd-ostree', 'iso', two, 3600),
  row('Kinoite', 'Kinoite', 'bootable-container', 'ociarchive', two, 2720),
  row('Labs', 'Design_suite', 'live', 'iso', x86, 4350),
  row('Labs', 'Games', 'live', 'iso', x86, 7000),
  row('Labs', 'Python_Classroom', 'live', 'iso', two, 2330),
  row('Labs', 'Robotics', 'live', 'iso', x86, 3390),
  row('Labs', 'Scientific_KDE', 'live', 'iso', two, 5080),
  row('Labs', 'Security', 'live', 'iso', x86, 2470),
  row('Server', 'Server', 'boot', 'iso', four, 1010),
  row('Server', 'Server', 'dvd', 'iso', four, 2860),
  row('Server', 'Server', 'raw-xz', 'raw.xz', arm, 1070),
  row('Server', 'Server_KVM', 'qcow2', 'qcow2', four, 855),
  row('Silverblue', 'Silverblue', 'dvd-ostree', 'iso', two, 2830),
  row('Silverblue', 'Silverblue', 'bootable-container', 'ociarchive', two, 2160),
  row('Spins', 'Budgie', 'live', 'iso', x86, 2580),
  row('Spins', 'Cinnamon', 'live', 'iso', x86, 2540),
  row('Spins', 'COSMIC', 'live', 'iso', two, 2540),
  row('Spins', 'i3', 'live', 'iso', two, 1660),
  row('Spins', 'KDE_Mobile', 'live', 'iso', two, 2180),
  row('Spins', 'LXQt', 'live', 'iso', two, 1880),
  row('Spins', 'Mate', 'live', 'iso', x86, 2480),
  row('Spins', 'Minimal', 'raw-xz', 'raw.xz', arm, 1080),
  row('Spins', 'SoaS', 'live', 'iso', two, 1720),
  row('Spins', 'Sway', 'live', 'iso', x86, 1670),
  row('Spins', 'Xfce', 'live', 'iso', two, 2270),
  row('Workstation', 'Workstation', 'live', 'iso', three, 2330),
  row('Workstation', 'Workstation', 'raw-xz', 'raw.xz', arm, 2770),
]

function row(
  variant: string,
  subvariant: string,
  type: string,
  format: string,
  arches: readonly string[],
  size: number,
): LabImage {
  return { variant, subvariant, type, format, arches, size }
}
