import { newest, rules, type RuleRow } from './expected-rule.ts'

const intel = ['x86_64', 'i386']
const x86 = ['x86_64']
const arm32 = ['armhfp']

const everyNight: readonly RuleRow[] = [
  ['Generic', 'boot', intel, [21, newest], 'blocking', 'the network installer of the whole tree'],
  ['Workstation', 'live', intel, [21, newest], 'blocking', 'the first of the two desktops that block'],
  ['KDE', 'live', intel, [21, newest], 'blocking', 'the second of the two desktops that block'],
  ['Minimal', 'raw-xz', arm32, [21, newest], 'blocking', 'the smallest image for ARM boards'],
]

/** The eight images of a nightly before Pungi 4, from the list of fedfind 1.4.2 (August 2015). */
export const mashRules = rules([
  ...everyNight,
  ['KDE', 'raw-xz', arm32, [21, newest], 'blocking', 'the ARM desktop, for Rawhide and Branched alike'],
])

/** The images of the same nightlies, from the list of fedfind 1.6 (September 2015). */
export const mashAutumnRules = rules([
  ...everyNight,
  ['KDE', 'raw-xz', arm32, [21, 22], 'blocking', 'the ARM desktop that blocked until 22'],
  ['Xfce', 'raw-xz', arm32, [23, newest], 'blocking', 'the ARM desktop from 23 on, so in Rawhide too'],
  ['Cloud_Base', 'raw-xz', intel, [21, newest], 'other', 'asked for when the list got cloud images'],
  ['Cloud_Atomic', 'raw-xz', x86, [21, newest], 'other', 'asked for when the list got cloud images'],
])

/**
 * The images of Atomic Host, released every two weeks beside a stable Fedora, from the list of fedfind 1.6.
 */
export const twoWeekAtomicRules = rules([
  ['Cloud_Base', 'raw-xz', x86, [22, 23], 'blocking', 'the plain cloud disk'],
  ['Cloud_Base', 'vagrant-libvirt', x86, [22, 23], 'blocking', 'the box for libvirt'],
  ['Cloud_Base', 'vagrant-virtualbox', x86, [22, 23], 'blocking', 'the box for VirtualBox'],
  ['Docker_Base', 'docker', x86, [22, 23], 'blocking', 'the base container'],
  ['Cloud_Atomic', 'dvd-ostree', x86, [22, 23], 'blocking', 'the installer, called canned at the time'],
])
