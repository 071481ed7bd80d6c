/**
 * Subvariants as metadata spells them, each with the other words that file names have for it, in lower case
 * with `-`. A word that is not here is a subvariant of its own, since new ones come with every release.
 */
const spellings: Readonly<Record<string, readonly string[]>> = {
  Astronomy_KDE: [],
  Atomic: ['atomic-vagrant'],
  AtomicHost: ['atomichost-vagrant'],
  AtomicWorkstation: [],
  COSMIC: ['cosmic-disk'],
  'COSMIC-Atomic': [],
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
  Comp_Neuro: [],
  Container_Base: ['container-base-generic'],
  Container_Minimal_Base: ['container-base-generic-minimal'],
  Container_Toolbox: [],
  Design_suite: [],
  Docker_Base: [],
  Electronic_Lab: [],
  FEX_RootFS: [],
  IoT: ['iot-iot', 'iot-raw'],
  Jam_KDE: [],
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
  WSL_Base: [],
  Workstation: ['work', 'workstation-disk'],
  Xfce: ['xfce-disk'],
}

const known: ReadonlyMap<string, string> = new Map(
  Object.entries(spellings).flatMap(([name, others]) => [plain(name), ...others].map((word) => [word, name])),
)

/** The subvariant that the words of a file's name stand for: `Cloud-Base-Generic` for `Cloud_Base`. */
export function subvariantOf(words: string): string {
  return known.get(plain(words)) ?? words.replaceAll('-', '_')
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('_', '-')
}
