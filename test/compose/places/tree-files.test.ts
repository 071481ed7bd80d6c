import { expect, test } from 'vitest'
import { bootImageUrl, finishUrl } from '../../../compose/places/tree-files.ts'

const tree = 'http://127.0.0.1/mash/rawhide-20150820/rawhide'

test('the logs/finish of the nightly script of 2015 is beside the tree', () => {
  expect(finishUrl(tree)).toBe('http://127.0.0.1/mash/rawhide-20150820/logs/finish')
})

test('each arch has its own boot image', () => {
  expect(bootImageUrl(tree, 'armhfp')).toBe(`${tree}/armhfp/os/images/boot.iso`)
})
