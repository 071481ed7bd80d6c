import { expect, test } from 'vitest'
import type { ImageKey } from '../../../compose/images/image.ts'
import { explainMissing } from '../../../compose/koji/koji-explanation.ts'
import { taskOf } from '../koji-task-of.ts'

const kde: ImageKey = { subvariant: 'KDE', type: 'live', arch: 'x86_64' }
const failed = { state: 'FAILED', failure: 'could not create LiveMedia' }

test('a missing image is explained by its failed task, with a link and the fault', () => {
  expect(explainMissing(kde, [taskOf({ id: 77, ...failed })])).toEqual({
    task: 77,
    method: 'createLiveMedia',
    state: 'FAILED',
    url: 'https://koji.fedoraproject.org/koji/taskinfo?taskID=77',
    fault: 'could not create LiveMedia',
  })
})

test.each<[string, ImageKey, Parameters<typeof taskOf>[0], boolean]>([
  ['of 2015', kde, { method: 'createLiveCD', name: 'Fedora-Live-KDE-x86_64' }, true],
  [
    'of MATE',
    { ...kde, subvariant: 'Mate', arch: 'i386' },
    { method: 'createLiveCD', name: 'Fedora-Live-MATE_Compiz-i686', arch: 'i686', arches: ['i686'] },
    true,
  ],
  [
    'on ARM',
    { subvariant: 'Minimal', type: 'raw-xz', arch: 'armhfp' },
    { method: 'createAppliance', name: 'Fedora-Minimal-armhfp', arch: 'armv7hl', arches: ['armv7hl'] },
    true,
  ],
  [
    'of a cloud',
    { subvariant: 'Cloud_Base', type: 'qcow2', arch: 'x86_64' },
    { method: 'createImage', name: 'Fedora-Cloud-Base' },
    true,
  ],
  [
    'of a container',
    { subvariant: 'Container_Minimal_Base', type: 'docker', arch: 'x86_64' },
    { method: 'createImage', name: 'Fedora-Container-Minimal-Base' },
    true,
  ],
  [
    'of kiwi',
    { subvariant: 'Cloud_Base', type: 'qcow2', arch: 'x86_64' },
    { method: 'createKiwiImage', name: 'Fedora-Cloud-Base-qcow2' },
    true,
  ],
  [
    'with the word image and an arch in its name',
    { subvariant: 'Container_Base', type: 'docker', arch: 'ppc64le' },
    {
      method: 'createImage',
      name: 'Fedora-Container-Base-Image-ppc64le',
      arch: 'ppc64le',
      arches: ['ppc64le'],
    },
    true,
  ],
  [
    'of s390x',
    { subvariant: 'Server', type: 'raw-xz', arch: 's390x' },
    { method: 'createImage', name: 'Fedora-Server-Disk-s390x', arch: 's390x', arches: ['s390x'] },
    true,
  ],
  ['of a live image made by kiwi', kde, { method: 'createKiwiImage', name: 'Fedora-KDE-Live' }, true],
  [
    'of a disk, with an unknown method',
    { ...kde, type: 'raw-xz' },
    { method: 'newImageMethod', name: 'Fedora-KDE' },
    true,
  ],
  ['of a live image, with an unknown method', kde, { method: 'newImageMethod' }, true],
  ['that is a parent', kde, { method: 'livemedia', arch: 'noarch', arches: ['x86_64'], parent: null }, true],
  ['for another arch', kde, { arch: 'aarch64', arches: ['aarch64'] }, false],
  ['for another spin', kde, { name: 'Fedora-Scientific_KDE-Live' }, false],
  ['for more than the image', { ...kde, subvariant: 'Astronomy_KDE' }, {}, false],
  ['for another type', { ...kde, type: 'raw-xz' }, {}, false],
  ['of a disk, for a live image', kde, { method: 'createImage', name: 'Fedora-KDE' }, false],
  ['of a live image, for a disk', { ...kde, type: 'qcow2' }, { name: 'Fedora-KDE' }, false],
  [
    'for another arch of the same family',
    { ...kde, arch: 'i386' },
    { arch: 'x86_64', arches: ['x86_64'] },
    false,
  ],
  ['without a word of the subvariant in its name', { ...kde, subvariant: 'KDE_Mobile' }, {}, false],
  [
    'for a vagrant box',
    { subvariant: 'Cloud_Base', type: 'qcow2', arch: 'x86_64' },
    { method: 'createImage', name: 'Fedora-Cloud-Base-Vagrant' },
    false,
  ],
  ['without a name', { ...kde, subvariant: '' }, { name: '' }, false],
])('a failed task %s', (_, image, task, explains) => {
  expect(explainMissing(image, [taskOf({ ...failed, ...task })]) !== null).toBe(explains)
})

test.each([
  ['createLiveCD', 'live'],
  ['livecd', 'live'],
  ['createAppliance', 'raw-xz'],
  ['appliance', 'raw-xz'],
  ['createImage', 'raw-xz'],
  ['image', 'raw-xz'],
  ['createLiveMedia', 'live'],
  ['livemedia', 'live'],
  ['createKiwiImage', 'live raw-xz'],
  ['kiwiBuild', 'live raw-xz'],
  ['osbuildImage', 'live raw-xz'],
  ['imageBuilderBuild', 'live raw-xz'],
  ['imageBuilderBuildArch', 'live raw-xz'],
])('a failed %s explains a missing %s', (method, types) => {
  const task = taskOf({ ...failed, method, name: 'Fedora-KDE' })

  const explained = ['live', 'raw-xz'].filter((type) => explainMissing({ ...kde, type }, [task]))

  expect(explained.join(' ')).toBe(types)
})

test.each(['i386', 'i486', 'i586', 'i686'])('a task for %s explains an image for i386', (arch) => {
  const task = taskOf({ ...failed, name: `Fedora-Live-KDE-${arch}`, arch, arches: [arch] })

  expect(explainMissing({ ...kde, arch: 'i386' }, [task])).not.toBeNull()
})

test('failed tasks of other images do not explain a missing image', () => {
  const spins = ['Cinnamon', 'KDE_Mobile', 'LXQt', 'Scientific_KDE', 'Sway', 'Xfce']
  const tasks = spins.map((spin, at) => taskOf({ ...failed, id: at, name: `Fedora-${spin}-Live` }))

  expect(explainMissing(kde, tasks)).toBeNull()
})

test('a task matches by its own arch, or by any arch in its request', () => {
  const parent = { ...failed, method: 'livemedia', parent: null }

  expect(
    explainMissing(kde, [taskOf({ ...parent, arch: 'noarch', arches: ['aarch64', 'x86_64'] })]),
  ).not.toBeNull()
  expect(explainMissing(kde, [taskOf({ ...parent, arch: 'x86_64', arches: [] })])).not.toBeNull()
  expect(explainMissing(kde, [taskOf({ ...parent, arch: 'noarch', arches: ['aarch64'] })])).toBeNull()
})

test('a child comes before its parent, and a newer task before an older one', () => {
  const tasks = [
    taskOf({ id: 10, method: 'livemedia', parent: null, ...failed }),
    taskOf({ id: 11, parent: 10, ...failed }),
    taskOf({ id: 20, method: 'livemedia', parent: null, ...failed }),
    taskOf({ id: 21, parent: 20, ...failed, state: 'CANCELED', failure: null }),
    taskOf({ id: 30, method: 'livemedia', parent: null, ...failed }),
  ]

  expect(explainMissing(kde, tasks, 'http://koji')).toMatchObject({
    task: 21,
    state: 'CANCELED',
    fault: '',
    url: 'http://koji/taskinfo?taskID=21',
  })
})

test('open tasks and tasks that ended well do not explain a missing image', () => {
  expect(explainMissing(kde, [taskOf(), taskOf({ state: 'OPEN' }), taskOf({ state: 'state 9' })])).toBeNull()
})
