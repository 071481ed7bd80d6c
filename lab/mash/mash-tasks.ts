import type { Minute, TaskScript } from '../script.ts'

/** What the nightly scripts of August 2015 submitted to Koji, in order: lives, ARM disks, clouds. */
const lives = [
  'Cinnamon',
  'Design_suite',
  'Games',
  'KDE',
  'LXDE',
  'MATE_Compiz',
  'Robotics',
  'Scientific_KDE',
  'Security',
  'SoaS',
  'Workstation',
  'Xfce',
]
const disks = ['Minimal', 'Workstation', 'Server', 'KDE', 'LXDE', 'Mate', 'SoaS', 'Xfce']
const clouds: readonly (readonly [name: string, arch: string, makes: readonly string[]])[] = [
  ['Fedora-Cloud-Base', 'x86_64', ['qcow2', 'raw.xz']],
  ['Fedora-Cloud-Base', 'i386', ['qcow2', 'raw.xz']],
  ['Fedora-Cloud-Base-Vagrant', 'x86_64', ['vagrant-libvirt.box', 'vagrant-virtualbox.box']],
  ['Fedora-Cloud-Atomic', 'x86_64', ['qcow2', 'raw.xz']],
  ['Fedora-Cloud-Atomic-Vagrant', 'x86_64', ['vagrant-libvirt.box', 'vagrant-virtualbox.box']],
  ['Fedora-Docker-Base', 'x86_64', ['tar.xz']],
]

/** When the tasks of a nightly of 2015 are submitted, and how long they take. */
export interface MashPace {
  /** When the first is submitted. Each other comes `apart` minutes after the one before. */
  readonly from: Minute
  readonly apart: Minute
  readonly takes: Minute
  /** Names of tasks that fail after `failsAfter` minutes. */
  readonly failing: readonly string[]
  readonly failsAfter: Minute
  /** Extra minutes between the last live and the first ARM disk, if the script for the disks starts late. */
  readonly pause?: Minute
}

/**
 * The Koji tasks of one nightly of 2015, submitted one by one. If `takes` is below `apart`, a task ends
 * before the next is submitted: then all existing tasks have ended, but more will come.
 */
export function mashTasks(pace: MashPace): readonly TaskScript[] {
  return requests().map((request, order) => {
    const pause = request.method === 'createLiveCD' ? 0 : (pace.pause ?? 0)
    const from = pace.from + order * pace.apart + pause
    const fails = pace.failing.includes(request.name)
    return {
      ...request,
      from,
      until: from + (fails ? pace.failsAfter : pace.takes),
      ends: fails ? 'FAILED' : 'CLOSED',
    }
  })
}

function requests(): readonly Pick<TaskScript, 'name' | 'arch' | 'method' | 'makes'>[] {
  return [
    ...lives.flatMap((spin) =>
      ['i686', 'x86_64'].map((arch) => ({
        name: `Fedora-Live-${spin}-${arch}`,
        arch,
        method: 'createLiveCD',
      })),
    ),
    ...disks.map((spin) => ({ name: `Fedora-${spin}-armhfp`, arch: 'armv7hl', method: 'createAppliance' })),
    ...clouds.map(([name, arch, makes]) => ({ name, arch, method: 'createImage', makes })),
  ]
}
