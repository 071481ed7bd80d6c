import { expect, test } from 'vitest'
import { buildsUrl, newestBuild } from '../../../compose/coreos/builds-json.ts'
import { base } from './meta-json-text.ts'

const text = JSON.stringify({
  'schema-version': '1.0.0',
  builds: [
    { id: 'broken', arches: ['x86_64'] },
    { id: '37.20211124.91.1', arches: ['s390x'] },
    { id: '37.20211124.91.0', arches: ['x86_64', 'aarch64'] },
    { id: '36.20211124.91.0', arches: ['x86_64'] },
    { id: '36.20211123.91.0', arches: ['x86_64'] },
  ],
  timestamp: '2021-11-24T12:00:00Z',
})

const search = { stream: 'rawhide', arches: ['x86_64'] }

test('the list of a stream is beside its builds', () => {
  expect(buildsUrl('rawhide', base)).toBe(`${base}/rawhide/builds/builds.json`)
})

test('the newest build with the arch is found', () => {
  expect(newestBuild(text, search)).toEqual({
    stream: 'rawhide',
    id: '37.20211124.91.0',
    release: 37,
    date: '20211124',
    arch: 'x86_64',
  })
})

test.each([
  [{ release: 36 }, '36.20211124.91.0'],
  [{ date: '20211123' }, '36.20211123.91.0'],
  [{ release: 37, date: '20211123' }, undefined],
  [{ arches: ['aarch64', 'x86_64'] }, '37.20211124.91.0'],
  [{ arches: ['s390x'] }, '37.20211124.91.1'],
  [{ arches: [] }, undefined],
])('of %j it is %s', (asked, id) => {
  expect(newestBuild(text, { ...search, ...asked })?.id).toBe(id)
})

test('of several arches the first that the build has counts', () => {
  expect(newestBuild(text, { ...search, arches: ['ppc64le', 'aarch64', 'x86_64'] })?.arch).toBe('aarch64')
})

test.each(['{"builds": ["36.20211123.91.0"]}', '[]', '{}'])('%s is no such list', (other) => {
  expect(() => newestBuild(other, search)).toThrow('expected the builds.json of Fedora CoreOS rawhide, got')
})
