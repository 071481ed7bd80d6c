import { expect, test } from 'vitest'
import { identifyImage } from '../../../compose/images/image-name.ts'

/** What a name says, in short. If it does not say enough, the reason. */
function said(path: string): string {
  const image = identifyImage(path)
  return image.kind === 'unknown'
    ? image.why
    : `${image.subvariant} ${image.type} ${image.arch} ${image.disc}`
}

test.each([
  ['Fedora', 'F', 'FC', 'F20', 'FC6', 'yarrow', '43', '43.1', '7.92_test'],
  ['Rawhide', 'rawhide_20151124', 'Rawhide.20261124.n.0', 'Branched', 'Alpha', 'BETA', 'final'],
  ['TC', 'RC', 'tc1', 'RC12', 'Respin', 'respin2', 'respin12', 'smoke1', 'smoke12', 'sda', 'sda1', 'vfat'],
  ['0123456789', 'abcdef0123', 'deadbeefdeadbeef'],
])('%s and similar words are not part of a subvariant', (...words) => {
  expect(words.map((word) => said(`Fedora-KDE-${word}-Live-x86_64.iso`))).toEqual(
    words.map(() => 'KDE live x86_64 1'),
  )
})

test.each([
  ['NewFedora', 'Fedorable', 'xFC', 'FCx', 'Yarrows', 'abcdef', 'Sushiprints', 'Rawhides', 'Branchedout'],
  ['Alphabet', 'Betas', 'Finally', 'TCx', 'xRC1', 'Respinner', 'Smoker', 'smoke', 'sdax', 'sda12', 'Vfats'],
  ['Olive', 'Lively', 'Livecds', 'xosb', 'osbx', 'Reboot', 'Boots', 'netinsts', 'xdvd', 'dvdx'],
  ['xdisc2', 'disc12', 'xrescuecd', 'rescuecds', 'xprovisioner', 'provisioners', 'Ostreet', 'xostree'],
])('%s and similar words are subvariants, although they resemble known words', (...words) => {
  expect(words.map((word) => said(`Fedora-${word}-Live-x86_64.iso`))).toEqual(
    words.map((word) => `${word} live x86_64 1`),
  )
})

test.each([
  ['Fedora-KDE-livecd-x86_64.iso', 'KDE live x86_64 1'],
  ['Fedora-KDE-LIVE-x86_64.iso', 'KDE live x86_64 1'],
  ['Fedora-Server-DVD-x86_64.iso', 'Server dvd x86_64 1'],
  ['Fedora-IoT-provisioner-x86_64.iso', 'IoT provisioner x86_64 1'],
  ['Fedora-Live-osb-KDE-x86_64.iso', 'KDE live-osbuild x86_64 1'],
  ['Fedora-disc2-x86_64.iso', 'Generic cd x86_64 2'],
  ['123-Fedora-KDE-Live-x86_64.iso', 'KDE live x86_64 1'],
  // Every installer of Atomic is an ostree installer. A live image of Atomic is a live image.
  ['Fedora-Atomic-x86_64.iso', 'Atomic dvd-ostree x86_64 1'],
  ['Fedora-Atomic-dvd-x86_64.iso', 'Atomic dvd-ostree x86_64 1'],
  ['Fedora-Cloud_Atomic-x86_64.iso', 'Cloud_Atomic dvd-ostree x86_64 1'],
  ['Fedora-Atomic-Live-x86_64.iso', 'Atomic live x86_64 1'],
  ['Fedora-MyAtomic-dvd-x86_64.iso', 'MyAtomic dvd x86_64 1'],
  ['Fedora-Atomics-dvd-x86_64.iso', 'Atomics dvd x86_64 1'],
  // An arch may follow a dot.
  ['Fedora-KDE.x86_64-40.raw.xz', 'KDE raw-xz x86_64 1'],
  ['Fedora-Holo.Deck.x86_64-40.raw.xz', 'Holo.Deck raw-xz x86_64 1'],
  // Containers got their names with 42.
  ['Fedora-Onyx-41.9-x86_64.ociarchive', 'Onyx ociarchive x86_64 1'],
  ['Fedora-Onyx-42.1-x86_64.ociarchive', 'Onyx bootable-container x86_64 1'],
  ['Fedora-Onyx-43.1.4-x86_64.ociarchive', 'Onyx bootable-container x86_64 1'],
  ['Fedora-Onyx-x86_64.ociarchive', 'Onyx bootable-container x86_64 1'],
  ['Fedora-Container-Toolbox-41-x86_64.oci.tar.xz', 'Container_Toolbox docker x86_64 1'],
  ['Fedora-Container-Toolbox-42-x86_64.oci.tar.xz', 'Container_Toolbox container x86_64 1'],
  ['Fedora-WSL-Base-41-x86_64.tar.xz', 'WSL_Base docker x86_64 1'],
  ['Fedora-Container-Base-41-x86_64.tar.xz', 'Container_Base docker x86_64 1'],
  ['Fedora-Holo-41-x86_64.tar.xz', 'Holo tar-xz x86_64 1'],
  ['Fedora-Holo-41-x86_64.tar.gz', 'Holo tar-gz x86_64 1'],
  ['Fedora-MyDocker-41-x86_64.tar.gz', 'MyDocker tar-gz x86_64 1'],
  ['Fedora-Dockerfile-41-x86_64.tar.gz', 'Dockerfile tar-gz x86_64 1'],
  // Before 21, a name leaves out the subvariant if there was only one.
  ['Fedora-x86_64-20-sda.raw.xz', 'Cloud_Base raw-xz x86_64 1'],
  ['Fedora-x86_64-20-sda.qcow2', 'Cloud_Base qcow2 x86_64 1'],
  ['Fedora-x86_64-20-DVD.iso', 'Generic dvd x86_64 1'],
  ['Fedora-Live-x86_64-20.iso', 'Desktop live x86_64 1'],
  // A boot image has the name of its tree.
  ['Server/x86_64/os/images/boot.iso', 'Server boot x86_64 1'],
  ['Fedora/x86_64/os/images/boot.iso', 'Generic boot x86_64 1'],
  ['20/x86_64/os/images/boot.iso', 'Generic boot x86_64 1'],
  ['development/x86_64/os/images/boot.iso', 'Generic boot x86_64 1'],
  ['x86_64/os/images/boot.iso', 'Generic boot x86_64 1'],
  ['Fedoras/x86_64/os/images/boot.iso', 'Fedoras boot x86_64 1'],
  ['Server2/x86_64/os/images/boot.iso', 'Server2 boot x86_64 1'],
  ['x86_64/os/images/rescuecd.iso', 'Generic rescue x86_64 1'],
])('%s is %s', (path, image) => {
  expect(said(path)).toBe(image)
})

test.each([
  ['my-Fedora-KDE-Live-x86_64.iso', 'the name does not begin like an image of Fedora'],
  ['abc-Fedora-KDE-Live-x86_64.iso', 'the name does not begin like an image of Fedora'],
  ['boot.iso-x86_64.iso', 'the name does not begin like an image of Fedora'],
  ['rescuecd.iso-x86_64.iso', 'the name does not begin like an image of Fedora'],
  ['Fedora.F24-KDE-x86_64.iso', 'the name does not say what kind of iso it is'],
  ['F24x-KDE-x86_64.iso', 'the name does not say what kind of iso it is'],
  ['F24-KDE-x86_64-source.iso', 'the name does not say what kind of iso it is'],
])('%s is unknown: %s', (path, why) => {
  expect(said(path)).toBe(why)
})

test.each([
  ['Server/x86_64/iso/Fedora-Server-dvd-x86_64.iso', 'Server'],
  ['work/x86_64/IoT/images/Fedora-IoT-dvd-x86_64.iso', 'IoT'],
  ['x86_64/Fedora-Server-dvd-x86_64.iso', ''],
  ['work/x86_64/Fedora-Server-dvd-x86_64.iso', ''],
  ['Fedora-Server-dvd-x86_64.iso', ''],
])('the variant of %s is %j', (path, variant) => {
  expect(identifyImage(path)).toMatchObject({ kind: 'image', variant })
})
