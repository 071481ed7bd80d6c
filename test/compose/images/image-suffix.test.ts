import { expect, test } from 'vitest'
import { imageSuffix } from '../../../compose/images/image-suffix.ts'

test.each([
  ['a.vagrant-libvirt.box', 'vagrant-libvirt.box', 'vagrant-libvirt'],
  ['a.vagrant.libvirt.box', 'vagrant-libvirt.box', 'vagrant-libvirt'],
  ['a.vagrant-virtualbox.box', 'vagrant-virtualbox.box', 'vagrant-virtualbox'],
  ['a.vagrant.virtualbox.box', 'vagrant-virtualbox.box', 'vagrant-virtualbox'],
  ['a.vhdfixed.xz', 'vhd.xz', 'vhd-compressed'],
  ['a.vhd.xz', 'vhd.xz', 'vhd-compressed'],
  ['a.vhd', 'vhd', 'vpc'],
  ['a.raw.xz', 'raw.xz', 'raw-xz'],
  ['a.erofs.xz', 'erofs.xz', 'fex'],
  ['a.oci.tar.xz', 'tar.xz', null],
  ['a.tar.xz', 'tar.xz', null],
  ['a.tar.gz', 'tar.gz', null],
  ['a.ociarchive', 'ociarchive', null],
  ['a.qcow2', 'qcow2', 'qcow2'],
  ['a.vmdk', 'vmdk', 'vmdk'],
  ['a.wsl', 'wsl', 'wsl2'],
  ['a.iso', 'iso', null],
])('%s is of format %s and type %s', (name, format, type) => {
  const suffix = imageSuffix(name)

  expect(suffix).toEqual({ suffix: name.slice(1), format, type })
})

test.each(['', 'iso', 'a.iso.sha256', 'a.xz', 'a.box', 'a.ISO', 'a-iso'])(
  '%j does not have the suffix of an image',
  (name) => {
    expect(imageSuffix(name)).toBeNull()
  },
)
