import { parseComposeId } from '../compose/naming/compose-id.ts'
import type { LabCompose } from './nightly.ts'
import { composeEntry, productmdDocument } from './productmd.ts'

/** Source packages that every compose has. */
const steady =
  'anaconda bash blivet-gui cloud-init cockpit coreutils dnf5 dracut firefox firewalld freeipa gdm gjs glibc \
gnome-shell grub2 ibus kernel libvirt mesa mutter NetworkManager openssh openssl pipewire plasma-desktop \
podman selinux-policy sssd systemd vim xfce4-session zlib-ng'.split(' ')

/** Source packages of which each night lacks another one, so that one is added and one is removed. */
const passing = ['abiword', 'boxes', 'cowsay', 'dosbox', 'ed', 'fortune-mod', 'gnuchess', 'hello']

/** A package gets a new version once in so many days. */
const daysOfVersion = 13

/** A compose's `rpms.json`, in productmd's format 1.2. The versions follow from the date. */
export function rpmsJson(compose: LabCompose): string {
  const nevras = sourceNevras(compose)
  const shared = nevras.filter((_, at) => at % 3 === 0)
  const rpms = {
    Everything: variant('Everything', nevras),
    Server: variant('Server', shared),
  }
  return productmdDocument('productmd.rpms', { compose: composeEntry(compose), rpms })
}

/** The source packages without `.src`: `bash-0:5.2.7-1.fc45`. */
function sourceNevras({ id, version }: LabCompose): readonly string[] {
  const { date } = parseComposeId(id)
  const day =
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000
  const dist = version === 'Rawhide' ? 'rawhide' : `fc${version}`
  const names = [...steady, ...passing.filter((_, at) => at !== day % passing.length)]
  return names.map((name) => {
    const number = 1 + [...steady, ...passing].indexOf(name)
    const epoch = name === 'vim' || name === 'NetworkManager' ? 2 : 0
    return `${name}-${epoch}:${number}.${Math.floor((day + number) / daysOfVersion)}-1.${dist}`
  })
}

function variant(name: string, nevras: readonly string[]): unknown {
  const arches = ['aarch64', 'x86_64']
  return Object.fromEntries(
    arches.map((arch) => [arch, Object.fromEntries(nevras.map((nevra) => sourceEntry(name, arch, nevra)))]),
  )
}

function sourceEntry(variantName: string, arch: string, nevra: string): readonly [string, unknown] {
  const file = nevra.replace(/-\d+:/, '-')
  const path = (folder: string, suffix: string) =>
    `${variantName}/${folder}/Packages/${nevra.slice(0, 1).toLowerCase()}/${file}.${suffix}.rpm`
  return [
    `${nevra}.src`,
    {
      [`${nevra}.src`]: { path: path('source/tree', 'src'), sigkey: null, category: 'source' },
      [`${nevra}.${arch}`]: { path: path(`${arch}/os`, arch), sigkey: null, category: 'binary' },
    },
  ]
}
