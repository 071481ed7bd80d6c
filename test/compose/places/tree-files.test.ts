import { expect, test } from 'vitest'
import { bootImageUrl, finishUrl, genericTree } from '../../../compose/places/tree-files.ts'

const tree = 'http://127.0.0.1/mash/rawhide-20150820/rawhide'

test('the nightly script of 2015 writes that it is done beside its tree', () => {
  expect(finishUrl(tree)).toBe('http://127.0.0.1/mash/rawhide-20150820/logs/finish')
})

test('each arch has its own boot image', () => {
  expect(bootImageUrl(tree, 'armhfp')).toBe(`${tree}/armhfp/os/images/boot.iso`)
})

test.each([
  [6, '/top'],
  [7, '/top/Fedora'],
  [20, '/top/Fedora'],
  [21, '/top/Server'],
])('the installer of Fedora %i is in %s', (release, folder) => {
  expect(genericTree(release, '/top')).toBe(folder)
})
