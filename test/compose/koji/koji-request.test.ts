import { expect, test } from 'vitest'
import { readRequest } from '../../../compose/koji/koji-request.ts'

test.each<[string, readonly unknown[], object]>([
  [
    'createLiveCD',
    ['a', '23', '20150819', 'i686', {}, {}, {}, 'ks', {}],
    { name: 'a', version: '23', release: '20150819', arches: ['i686'] },
  ],
  [
    'createAppliance',
    ['a', '23', '20150819', 'armv7hl', {}],
    { name: 'a', version: '23', release: '20150819', arches: ['armv7hl'] },
  ],
  [
    'createImage',
    ['a', '44', '20261124.n.0', 'x86_64', {}],
    { name: 'a', version: '44', release: '20261124.n.0', arches: ['x86_64'] },
  ],
  [
    'createLiveMedia',
    ['a', '44', '20261124.n.0', 'x86_64', {}],
    { name: 'a', version: '44', release: '20261124.n.0', arches: ['x86_64'] },
  ],
  [
    'appliance',
    ['a', '23', 'armv7hl', 'f23', 'ks', { release: '20150819' }],
    { name: 'a', version: '23', release: '20150819', arches: ['armv7hl'] },
  ],
  [
    'livemedia',
    ['a', '44', ['x86_64', 'aarch64'], 'f44', 'ks', { release: '1' }],
    { name: 'a', version: '44', release: '1', arches: ['x86_64', 'aarch64'] },
  ],
  [
    'createKiwiImage',
    ['a', '44', '20261124.n.0', 's390x', {}],
    { name: 'a', version: '44', release: '20261124.n.0', arches: ['s390x'] },
  ],
  [
    'livecd',
    ['a', 'rawhide', 'i686', 'rawhide', 'ks', { release: '20150819' }],
    { name: 'a', version: 'rawhide', release: '20150819', arches: ['i686'] },
  ],
  [
    'image',
    ['a', '44', ['x86_64', 'i386'], 'f44', 'tree', { release: '1' }],
    { name: 'a', version: '44', release: '1', arches: ['x86_64', 'i386'] },
  ],
  [
    'kiwiBuild',
    ['f44', ['x86_64'], 'git', 'path', { release: '1' }],
    { name: '', version: '44', release: '1', arches: ['x86_64'] },
  ],
  [
    'kiwiBuild',
    ['f42', ['x86_64'], 'git', 'path', { release: '20261124.n.0', version: 'Rawhide' }],
    { name: '', version: 'Rawhide', release: '20261124.n.0', arches: ['x86_64'] },
  ],
  [
    'kiwiBuild',
    [{ __starstar: true, target: 'f42', arches: ['x86_64'], opts: { release: '1', version: 'Rawhide' } }],
    { name: '', version: 'Rawhide', release: '1', arches: ['x86_64'] },
  ],
  [
    'createKiwiImage',
    [{ __method__: 'createKiwiImage', name: 'a', version: 'Rawhide', release: '1', arch: 's390x', opts: {} }],
    { name: 'a', version: 'Rawhide', release: '1', arches: ['s390x'] },
  ],
  [
    'livemedia',
    ['a', '44', { __starstar: true, arches: ['x86_64'], target: 'f44', opts: { release: '1' } }],
    { name: 'a', version: '44', release: '1', arches: ['x86_64'] },
  ],
  [
    'image',
    ['a', '44', ['x86_64'], 'f44', 'tree', { __starstar: true, opts: { release: '1' } }],
    { name: 'a', version: '44', release: '1', arches: ['x86_64'] },
  ],
  [
    'imageBuilderBuild',
    ['f45', ['x86_64', 'aarch64'], ['minimal-raw'], 'Fedora-Minimal', 'Rawhide', { release: '1' }],
    { name: 'Fedora-Minimal', version: 'Rawhide', release: '1', arches: ['x86_64', 'aarch64'] },
  ],
  [
    'imageBuilderBuild',
    ['f45', ['aarch64'], ['minimal-raw'], 'Fedora-Minimal', '44', { release: '1', version: 'Rawhide' }],
    { name: 'Fedora-Minimal', version: 'Rawhide', release: '1', arches: ['aarch64'] },
  ],
  [
    'imageBuilderBuildArch',
    ['Fedora-Minimal', 'Rawhide', '1', 'aarch64', ['minimal-raw'], {}, {}, {}, {}],
    { name: 'Fedora-Minimal', version: 'Rawhide', release: '1', arches: ['aarch64'] },
  ],
  [
    'newImageMethod',
    [{ __method__: 'newImageMethod', name: 'a', version: 'Rawhide', opts: { release: '20261124.n.0' } }],
    { name: 'a', version: 'Rawhide', release: '20261124.n.0' },
  ],
  [
    'newImageMethod',
    [{ __starstar: true, name: 'a', release: '1', arches: ['x86_64', 's390x'] }],
    { name: 'a', version: '', release: '1', arches: ['x86_64', 's390x'] },
  ],
  [
    'newImageMethod',
    ['a', { __starstar: true, arch: 'x86_64', release: '1' }],
    { name: 'a', version: '', release: '1', arches: ['x86_64'] },
  ],
  [
    'osbuildImage',
    ['a', '44', 'fedora', 'qcow2', 'f44', ['x86_64'], { release: '1' }],
    { name: 'a', version: '44', release: '1', arches: ['x86_64'] },
  ],
  [
    'newImageMethod',
    ['a', '20261124.n.0', 'Rawhide', {}],
    { name: 'a', version: 'Rawhide', release: '20261124.n.0', arches: [] },
  ],
  [
    'newImageMethod',
    [1, {}, { release: '20261124.n.0' }],
    { name: '', version: '', release: '20261124.n.0', arches: [] },
  ],
  [
    'kiwiBuild',
    ['f44-updates', ['x86_64'], 'git', 'path', { release: '1' }],
    { version: 'f44-updates', release: '1', arches: ['x86_64'] },
  ],
  ['livecd', ['a', 'of44', 'i686', {}], { version: 'of44', release: '' }],
  ['livecd', ['a', '44', ' i686   x86_64 ', { release: '1' }], { release: '1', arches: ['i686', 'x86_64'] }],
  ['image', ['a', '44', ['x86_64', 7, null], {}], { arches: ['x86_64'] }],
  ['image', ['a', '44', ['x86_64'], { release: 7 }], { release: '' }],
  ['image', ['a', '44', ['x86_64'], null], { release: '' }],
  ['newImageMethod', ['a', '144', '20261124', {}], { name: 'a', version: '144', release: '20261124' }],
  ['newImageMethod', ['a', 'ELN', 'of 20261124.n.0', {}], { name: 'a', version: 'ELN', release: '' }],
  ['newImageMethod', ['a', '20261124x', 'b', 'c', '44', { release: '1' }], { version: '', release: '1' }],
  ['image', [], { name: '', version: '', release: '', arches: [] }],
  ['image', [1, null, {}, [], 2], { name: '', version: '', release: '', arches: [] }],
])('a request of %s is read: %j', (method, request, wanted) => {
  expect(readRequest(method, request)).toMatchObject(wanted)
})
