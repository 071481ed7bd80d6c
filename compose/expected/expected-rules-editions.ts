import { newest, rules } from './expected-rule.ts'

const x86 = ['x86_64']
const both = ['x86_64', 'aarch64']
const arm32 = ['armhfp']
const tarXz = { format: 'tar.xz' } as const

/** Cloud images of the stable releases, refreshed every night. */
export const cloudRules = rules([
  ['Cloud_Base', 'qcow2', x86, [21, newest], 'other', 'the disk that OpenStack and libvirt run'],
  ['Cloud_Base', 'raw-xz', x86, [21, newest], 'other', 'the disk that is uploaded to Amazon EC2'],
  ['Cloud_Base', 'vagrant-libvirt', x86, [21, newest], 'other', 'the box for libvirt'],
  ['Cloud_Base', 'vagrant-virtualbox', x86, [21, newest], 'other', 'the box for VirtualBox'],
])

/**
 * Base containers, refreshed every night. A `docker` image with format tar.gz is a disk for Google's cloud,
 * until release 41.
 */
export const containerRules = rules([
  ['Container_Base', 'docker', x86, [27, 41], 'other', 'called docker until 41', tarXz],
  ['Container_Base', 'docker', arm32, [27, 36], 'other', 'armhfp ended with 36', tarXz],
  ['Container_Base', 'container', x86, [42, newest], 'other', 'docker became container in 42'],
  ['Container_Minimal_Base', 'docker', x86, [27, 41], 'other', 'called docker until 41', tarXz],
  ['Container_Minimal_Base', 'docker', arm32, [27, 36], 'other', 'armhfp ended with 36', tarXz],
  ['Container_Minimal_Base', 'container', x86, [42, newest], 'other', 'docker became container in 42'],
])

/** Rawhide built as the next Enterprise Linux. */
export const elnRules = rules([
  ['BaseOS', 'dvd', x86, [34, newest], 'other', 'the installer that needs no network'],
  ['BaseOS', 'boot', both, [34, newest], 'other', 'the network installer'],
  ['Container_Base', 'container', both, [34, newest], 'other', 'the base container'],
])

/** The IoT edition, which has its own composes. */
export const iotRules = rules([
  ['IoT', 'dvd', both, [29, newest], 'other', 'the installer with packages'],
  ['IoT', 'dvd-ostree', both, [29, newest], 'other', 'the installer of the ostree'],
  ['IoT', 'raw-xz', both, [29, newest], 'other', 'the disk for boards'],
])

/** Live images of a stable release with its updates, made by volunteers. */
export const respinRules = rules([
  ['Workstation', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['KDE', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['Cinnamon', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['LXDE', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['LXQt', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['Mate', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
  ['Xfce', 'live', x86, [22, newest], 'other', 'part of every round of respins'],
])
