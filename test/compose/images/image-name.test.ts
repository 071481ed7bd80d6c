import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { identifyImage } from '../../../compose/images/image-name.ts'
import { parseImages } from '../../../compose/images/images-json.ts'
import { realComposes } from '../real-composes.ts'

test.each([
  // Today
  ['Server/x86_64/iso/Fedora-Server-dvd-x86_64-Rawhide-20261124.n.0.iso', 'Server dvd iso x86_64'],
  ['Server/x86_64/iso/Fedora-Server-netinst-x86_64-43-1.6.iso', 'Server boot iso x86_64'],
  ['Server/aarch64/os/images/boot.iso', 'Server boot iso aarch64'],
  ['KDE/x86_64/iso/Fedora-KDE-Desktop-Live-43-1.6.x86_64.iso', 'KDE live iso x86_64'],
  ['Spins/x86_64/iso/Fedora-MATE_Compiz-Live-Rawhide-20261124.n.0.x86_64.iso', 'Mate live iso x86_64'],
  ['Spins/x86_64/iso/Fedora-i3-Live-x86_64-42-1.1.iso', 'i3 live iso x86_64'],
  ['W/aarch64/iso/Fedora-Workstation-Live-osb-40-1.14.aarch64.iso', 'Workstation live-osbuild iso aarch64'],
  ['Kinoite/x86_64/iso/Fedora-Kinoite-ostree-x86_64-43-1.6.iso', 'Kinoite dvd-ostree iso x86_64'],
  ['S/x86_64/images/Fedora-Sericea-x86_64-41.1.4.ociarchive', 'Sericea ociarchive ociarchive x86_64'],
  ['Onyx/x86_64/images/Fedora-Onyx-41.1.4.ociarchive', 'Onyx ociarchive ociarchive x86_64'],
  [
    'COSMIC-Atomic/x86_64/images/Fedora-COSMIC-Atomic-x86_64-Rawhide.20261124.n.0.ociarchive',
    'COSMIC-Atomic bootable-container ociarchive x86_64',
  ],
  ['C/x86_64/images/Fedora-Cloud-Base-Generic-43-1.6.x86_64.qcow2', 'Cloud_Base qcow2 qcow2 x86_64'],
  ['C/x86_64/images/Fedora-Cloud-Base-AmazonEC2.x86_64-40-1.14.raw.xz', 'Cloud_Base raw-xz raw.xz x86_64'],
  ['C/x86_64/images/Fedora-Cloud-Base-UEFI-UKI-43-1.6.x86_64.qcow2', 'Cloud_Base_UKI qcow2 qcow2 x86_64'],
  [
    'C/x86_64/images/Fedora-Cloud-Base-Azure-42-1.1.x86_64.vhdfixed.xz',
    'Cloud_Base vhd-compressed vhd.xz x86_64',
  ],
  ['C/x86_64/images/Fedora-Cloud-Base-Azure-41-1.4.x86_64.vhd', 'Cloud_Base vpc vhd x86_64'],
  ['C/x86_64/images/Fedora-Cloud-Base-GCE-43-1.6.x86_64.tar.gz', 'Cloud_Base tar-gz tar.gz x86_64'],
  [
    'C/x86_64/images/Fedora-Cloud-Base-Vagrant-VirtualBox-43-1.6.x86_64.vagrant.virtualbox.box',
    'Cloud_Base vagrant-virtualbox vagrant-virtualbox.box x86_64',
  ],
  [
    'C/s390x/images/Fedora-Container-Base-Generic-Minimal-43-1.6.s390x.oci.tar.xz',
    'Container_Minimal_Base container tar.xz s390x',
  ],
  [
    'C/s390x/images/Fedora-Container-Toolbox-41-1.4.s390x.oci.tar.xz',
    'Container_Toolbox docker tar.xz s390x',
  ],
  ['C/x86_64/images/Fedora-WSL-Base-43-1.6.x86_64.wsl', 'WSL_Base wsl2 wsl x86_64'],
  ['C/x86_64/images/Fedora-FEX-RootFS-43-1.6.x86_64.erofs.xz', 'FEX_RootFS fex erofs.xz x86_64'],
  ['Server/aarch64/images/Fedora-Server-Host-Generic-43-1.6.aarch64.raw.xz', 'Server raw-xz raw.xz aarch64'],
  ['work/x86_64/IoT/ostree_installer/images/boot.iso', 'IoT boot iso x86_64'],
  ['IoT/x86_64/iso/Fedora-IoT-ostree-38.20231103.0-20231103.0.x86_64.iso', 'IoT dvd-ostree iso x86_64'],
  ['F43--Budgie-x86_64-LIVE-20251215.iso', 'Budgie live iso x86_64'],
  ['F24-x86_64-WORK-20161120.iso', 'Workstation live iso x86_64'],
  // August 2015
  ['mash/rawhide-20150820/rawhide/x86_64/os/images/boot.iso', 'Generic boot iso x86_64'],
  ['mash/branched-20150820/23/armhfp/os/images/boot.iso', 'Generic boot iso armhfp'],
  ['Fedora-Live-Workstation-i686-rawhide-20150820.iso', 'Workstation live iso i386'],
  ['Fedora-Live-Scientific_KDE-x86_64-23-20150820.iso', 'Scientific_KDE live iso x86_64'],
  ['Fedora-Minimal-armhfp-rawhide-20150820-sda.raw.xz', 'Minimal raw-xz raw.xz armhfp'],
  ['Fedora-Cloud-Base-rawhide-20150820.x86_64.qcow2', 'Cloud_Base qcow2 qcow2 x86_64'],
  ['Fedora-Cloud-Atomic-23-20150820.x86_64.raw.xz', 'Cloud_Atomic raw-xz raw.xz x86_64'],
  ['Fedora-Docker-Base-rawhide-20150820.x86_64.tar.xz', 'Docker_Base docker tar.xz x86_64'],
  [
    'Fedora-Cloud-Atomic-Vagrant-23-20150820.x86_64.vagrant-libvirt.box',
    'Cloud_Atomic vagrant-libvirt vagrant-libvirt.box x86_64',
  ],
  ['Server/x86_64/iso/Fedora-Server-DVD-x86_64-23_Beta_TC1.iso', 'Server dvd iso x86_64'],
  ['Server/i386/iso/Fedora-Server-netinst-i386-22-RC2.iso', 'Server boot iso i386'],
  ['Cloud_Atomic/x86_64/iso/Fedora-Cloud_Atomic-x86_64-23.iso', 'Cloud_Atomic dvd-ostree iso x86_64'],
  [
    'Workstation/x86_64/iso/Fedora-Workstation-dvd-x86_64-25_Beta-1.1.iso',
    'Workstation dvd-ostree iso x86_64',
  ],
  // Before
  ['15/Multi/Fedora-15-Multi-Desktop.iso', 'Multi multi-desktop iso '],
  ['15/Multi/Fedora-15-Multi-Install.iso', 'Multi multi-install iso '],
  ['22/Multi/Fedora-22-Multi-Boot.iso', 'Multi boot iso '],
  ['20/Images/x86_64/Fedora-x86_64-20-20131211.1-sda.qcow2', 'Cloud_Base qcow2 qcow2 x86_64'],
  ['20/Images/armhfp/Fedora-KDE-VFAT-armhfp-20-1-sda.raw.xz', 'KDE_VFAT raw-xz raw.xz armhfp'],
  ['14/Live/i686/Fedora-14-i686-Live-Design-suite.iso', 'Design_suite live iso i386'],
  ['8/Live/i686/Fedora-8-Live-i686.iso', 'Desktop live iso i386'],
  ['9/Fedora/source/iso/Fedora-9-source-DVD.iso', 'Generic dvd iso src'],
  ['core/6/i386/iso/FC-6-i386-rescuecd.iso', 'Generic rescue iso i386'],
])('%s is %s', (path, name) => {
  const image = identifyImage(path)

  expect(image.kind === 'image' && [image.subvariant, image.type, image.format, image.arch].join(' ')).toBe(
    name,
  )
})

test('a disc of a set has its number', () => {
  expect(identifyImage('core/4/i386/iso/FC4-i386-SRPMS-disc3.iso')).toMatchObject({
    subvariant: 'Generic',
    type: 'cd',
    arch: 'src',
    disc: 3,
  })
})

test('an unknown subvariant is taken from the name', () => {
  expect(identifyImage('Spins/x86_64/iso/Fedora-Holo-Deck-Live-50-1.1.x86_64.iso')).toMatchObject({
    kind: 'image',
    subvariant: 'Holo_Deck',
    variant: 'Spins',
  })
})

test.each([
  ['ltsp/k12linux-f10-i386-stable3.iso', 'begin like an image'],
  ['screenshots/f44/fedora-44-icons.tar.gz', 'begin like an image'],
  ['Multi/Fedora-20-Multi-Games.iso', 'an arch'],
  ['live-respins/F24-source-20161120.iso', 'what kind of iso'],
  ['Server/x86_64/iso/Fedora-Server-43-x86_64-CHECKSUM', 'does not end like an image'],
  ['', 'does not end like an image'],
])('%j is unknown, with a reason', (path, why) => {
  expect(identifyImage(path)).toEqual({ kind: 'unknown', path, why: expect.stringContaining(why) })
})

test('identifyImage never throws and never loses the path', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom('', '.iso', '.raw.xz', '.x86_64.qcow2'), (stem, suffix) => {
      expect(identifyImage(`Fedora-${stem}${suffix}`).path).toBe(`Fedora-${stem}${suffix}`)
    }),
  )
})

test('the file names of all recorded images agree with their metadata', () => {
  const differing = realComposes
    .flatMap(({ text }) => parseImages(text).images)
    .filter(({ size: _size, ...image }) => {
      const { kind: _kind, ...named } = identifyImage(image.path)
      return JSON.stringify(sorted(named)) !== JSON.stringify(sorted(image))
    })

  // The metadata of release 40 says docker for the disks for Google's cloud.
  expect(differing.map(({ path }) => path)).toEqual([
    'Cloud/aarch64/images/Fedora-Cloud-Base-GCE.aarch64-40-1.14.tar.gz',
    'Cloud/x86_64/images/Fedora-Cloud-Base-GCE.x86_64-40-1.14.tar.gz',
  ])
})

function sorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toSorted(([left], [right]) => left.localeCompare(right)))
}
