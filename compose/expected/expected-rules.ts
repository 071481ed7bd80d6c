import { newest, rules } from './expected-rule.ts'

const x86 = ['x86_64']
const i386 = ['i386']
const arm = ['aarch64']
const arm32 = ['armhfp']

/**
 * The expected images of Fedora's own composes: Rawhide, Branched, candidates and stable releases. The list
 * is from fedfind 6.1.4. All real composes of 24 to 43 have these images.
 */
export const fedoraRules = rules([
  ['Workstation', 'live', x86, [21, newest], 'blocking', 'the first of the two desktops that block'],
  ['KDE', 'live', x86, [21, newest], 'blocking', 'the second of the two desktops that block'],
  ['Server', 'dvd', x86, [21, newest], 'blocking', 'the installer that needs no network'],
  ['Server', 'boot', x86, [21, newest], 'blocking', 'the network installer'],
  ['Cloud_Base', 'qcow2', x86, [21, newest], 'blocking', 'the disk that OpenStack and libvirt run'],
  ['Cloud_Base', 'raw-xz', x86, [21, newest], 'blocking', 'the disk that is uploaded to Amazon EC2'],

  ['Workstation', 'live', i386, [21, 25], 'other', 'i386 was made until 25 and did not block'],
  ['KDE', 'live', i386, [21, 25], 'other', 'i386 was made until 25 and did not block'],
  ['Server', 'dvd', i386, [21, 25], 'other', 'i386 was made until 25 and did not block'],
  ['Server', 'boot', i386, [21, 25], 'other', 'i386 was made until 25 and did not block'],
  ['Cloud_Base', 'qcow2', i386, [21, 23], 'other', '32-bit cloud images ended with 23'],
  ['Cloud_Base', 'raw-xz', i386, [21, 23], 'other', '32-bit cloud images ended with 23'],

  ['Minimal', 'raw-xz', arm32, [20, 32], 'blocking', 'the smallest image for ARM boards'],
  ['Minimal', 'raw-xz', arm32, [33, 33], 'blocking', '33 has Minimal_Appliance too', { spelling: 'exact' }],
  ['Minimal', 'raw-xz', arm32, [34, 36], 'blocking', 'the smallest ARM image, until armhfp ended'],
  ['KDE', 'raw-xz', arm32, [20, 22], 'blocking', 'the ARM desktop that blocked until 22'],
  ['Xfce', 'raw-xz', arm32, [23, 31], 'blocking', 'the ARM desktop that blocked from 23 to 31'],

  ['Server', 'dvd', arm, [32, newest], 'blocking', 'aarch64 Server blocks since 32'],
  ['Server', 'boot', arm, [32, newest], 'blocking', 'aarch64 Server blocks since 32'],
  ['Cloud_Base', 'raw-xz', arm, [32, newest], 'blocking', 'the aarch64 disk for Amazon EC2'],
  ['Workstation', 'raw-xz', arm, [32, newest], 'blocking', 'the ARM desktop since 32, in place of Xfce'],
])
