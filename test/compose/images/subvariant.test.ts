import { expect, test } from 'vitest'
import { subvariantOf } from '../../../compose/images/subvariant.ts'

test.each([
  ['Atomic', 'Atomic-Vagrant'],
  ['AtomicHost', 'AtomicHost-Vagrant'],
  ['COSMIC', 'COSMIC-Disk'],
  ['Cinnamon', 'CINN'],
  ['Cloud_Atomic', 'Cloud-Atomic-Vagrant'],
  ['Cloud_Base', 'Cloud-Base-AmazonEC2'],
  ['Cloud_Base', 'Cloud-Base-Azure'],
  ['Cloud_Base', 'Cloud-Base-GCE'],
  ['Cloud_Base', 'Cloud-Base-GCP'],
  ['Cloud_Base', 'Cloud-Base-Generic'],
  ['Cloud_Base', 'Cloud-Base-Vagrant'],
  ['Cloud_Base', 'Cloud-Base-Vagrant-libvirt'],
  ['Cloud_Base', 'Cloud-Base-Vagrant-VirtualBox'],
  ['Cloud_Base_UKI', 'Cloud-Base-UEFI-UKI'],
  ['Container_Base', 'Container-Base-Generic'],
  ['Container_Minimal_Base', 'Container-Base-Generic-Minimal'],
  ['IoT', 'IoT-IoT'],
  ['IoT', 'IoT-raw'],
  ['KDE', 'KDE-Desktop'],
  ['KDE', 'KDE-Desktop-Disk'],
  ['KDE', 'KDE-Disk'],
  ['KDE_Mobile', 'KDE-Mobile-Disk'],
  ['LXQt', 'LXQt-Disk'],
  ['Mate', 'MATE_Compiz'],
  ['MiracleWM', 'MiracleWM-Disk'],
  ['Python_Classroom', 'Python-Classroom-Disk'],
  ['Python_Classroom', 'Python-Classroom-Vagrant'],
  ['Python_Classroom', 'Python-Classroom-Vagrant-libvirt'],
  ['Python_Classroom', 'Python-Classroom-Vagrant-VirtualBox'],
  ['Scientific', 'Scientific-Vagrant'],
  ['Scientific', 'Scientific-Vagrant-libvirt'],
  ['Scientific', 'Scientific-Vagrant-VirtualBox'],
  ['Scientific_KDE', 'Scientific_KDE-Disk'],
  ['Server', 'Server-Host-Generic'],
  ['Server_KVM', 'Server-Guest-Generic'],
  ['SoaS', 'SoaS-Disk'],
  ['Workstation', 'WORK'],
  ['Workstation', 'Workstation-Disk'],
  ['Xfce', 'Xfce-Disk'],
])('%s is the subvariant of the words %s', (subvariant, words) => {
  expect(subvariantOf(words)).toBe(subvariant)
})

test.each([
  'Astronomy_KDE',
  'AtomicWorkstation',
  'COSMIC-Atomic',
  'Comp_Neuro',
  'Container_Toolbox',
  'Design_suite',
  'Docker_Base',
  'Electronic_Lab',
  'FEX_RootFS',
  'IoT',
  'Jam_KDE',
  'LXQt',
  'SoaS',
  'WSL_Base',
])('%s is found in any letter case, and with - for _', (name) => {
  expect(subvariantOf(name.toLowerCase().replaceAll('_', '-'))).toBe(name)
  expect(subvariantOf(name.toUpperCase())).toBe(name)
})

test('an unknown subvariant keeps its letter case', () => {
  expect(subvariantOf('Holo-Deck_Lite-Disk')).toBe('Holo_Deck_Lite_Disk')
})
