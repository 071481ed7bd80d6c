import { expect, test } from 'vitest'
import { assetSetting } from '../../../jobs/plan/asset-setting.ts'

test.each([
  ['iso', 'ISO_URL'],
  ['qcow2', 'HDD_2_URL'],
  ['raw', 'HDD_2_URL'],
  ['raw.xz', 'HDD_2_DECOMPRESS_URL'],
  ['raw.gz', 'HDD_2_DECOMPRESS_URL'],
  ['raw.bz2', 'HDD_2_DECOMPRESS_URL'],
  ['raw.zst', 'HDD_2_DECOMPRESS_URL'],
  ['xz', 'HDD_2_DECOMPRESS_URL'],
  ['xz.raw', 'HDD_2_URL'],
  ['rawxz', 'HDD_2_URL'],
])('an image of the format %s is downloaded as %s', (format, setting) => {
  expect(assetSetting({ format })).toBe(setting)
})
