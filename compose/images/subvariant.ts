/**
 * Subvariants that file names write like the metadata, but with another letter case or with `-` for `_`. A
 * word that is in neither table is a subvariant of its own, because new ones come with every release.
 */
const names = [
  'Astronomy_KDE',
  'AtomicWorkstation',
  'COSMIC-Atomic',
  'Comp_Neuro',
  'Container_Toolbox',
  'Design_suite',
  'Docker_Base',
  'Electronic_Lab',
  'FEX_RootFS',
  'Jam_KDE',
  'WSL_Base',
]

/** Subvariants that also have other words in file names. The words are in lower case, with `-`. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  Atomic: ['atomic-vagrant'],
  AtomicHost: ['atomichost-vagrant'],
  COSMIC: ['cosmic-disk'],
  Cinnamon: ['cinn'],
  Cloud_Atomic: ['cloud-atomic-vagrant'],
  Cloud_Base: [
    'cloud-base-amazonec2',
    'cloud-base-azure',
    'cloud-base-gce',
    'cloud-base-gcp',
    'cloud-base-generic',
    'cloud-base-vagrant',
    'cloud-base-vagrant-libvirt',
    'cloud-base-vagrant-virtualbox',
  ],
  Cloud_Base_UKI: ['cloud-base-uefi-uki'],
  Container_Base: ['container-base-generic'],
  Container_Minimal_Base: ['container-base-generic-minimal'],
  IoT: ['iot-iot', 'iot-raw'],
  KDE: ['kde-desktop', 'kde-desktop-disk', 'kde-disk'],
  KDE_Mobile: ['kde-mobile-disk'],
  LXQt: ['lxqt-disk'],
  Mate: ['mate-compiz'],
  MiracleWM: ['miraclewm-disk'],
  Python_Classroom: [
    'python-classroom-disk',
    'python-classroom-vagrant',
    'python-classroom-vagrant-libvirt',
    'python-classroom-vagrant-virtualbox',
  ],
  Scientific: ['scientific-vagrant', 'scientific-vagrant-libvirt', 'scientific-vagrant-virtualbox'],
  Scientific_KDE: ['scientific-kde-disk'],
  Server: ['server-host-generic'],
  Server_KVM: ['server-guest-generic'],
  SoaS: ['soas-disk'],
  Workstation: ['work', 'workstation-disk'],
  Xfce: ['xfce-disk'],
}

const known: ReadonlyMap<string, string> = new Map([
  ...[...names, ...Object.keys(spellings)].map((name) => [plain(name), name] as const),
  ...Object.entries(spellings).flatMap(([name, words]) => words.map((word) => [word, name] as const)),
])

/** The subvariant for the words of a file name: `Cloud_Base` for `Cloud-Base-Generic`. */
export function subvariantOf(words: string): string {
  return known.get(plain(words)) ?? words.replaceAll('-', '_')
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('_', '-')
}
