import { expect, test } from 'vitest'
import { coreosFolder, coreosName, readCoreosUrl } from '../../../compose/coreos/coreos-build.ts'
import { base, build, place } from './meta-json-text.ts'

test.each([
  `${base}/${place}`,
  `${base}/${place}/`,
  `${base}/${place}/meta.json`,
  `${base.replace('https', 'http')}//${place}`,
])('%s is of a build', (url) => {
  const read = readCoreosUrl(url, base)

  expect(read).toEqual({
    stream: 'rawhide',
    id: '36.20211123.91.0',
    release: 36,
    date: '20211123',
    arch: 'x86_64',
  })
  expect(coreosFolder(build, base)).toBe(`${base}/${place}`)
})

test('a build is named by its id', () => {
  expect(coreosName(build)).toBe('Fedora-CoreOS-36.20211123.91.0')
})

test('a stream may have a dash and an arch digits', () => {
  const url = `${base}/testing-devel/builds/9999.20240229.20.12345/s390x`

  expect(readCoreosUrl(url, base)).toMatchObject({ stream: 'testing-devel', release: 9999, arch: 's390x' })
})

test.each([
  'rawhide',
  'rawhide/builds/36.20211123.91.0',
  'rawhide/builds/latest/x86_64',
  'rawhide/builds/36.20211323.91.0/x86_64',
  'rawhide/builds/36.20211123.91/x86_64',
  'rawhide/builds/36.20211123.91.0.1/x86_64',
  'rawhide/builds/036.20211123.91.0/x86_64',
  'rawhide/builds/12345.20211123.91.0/x86_64',
  'rawhide/builds/36.20211123.123456.0/x86_64',
  'rawhide/builds/36.20211123.91.123456/x86_64',
  'rawhide/build/36.20211123.91.0/x86_64',
  'Rawhide/builds/36.20211123.91.0/x86_64',
  '4/builds/36.20211123.91.0/x86_64',
  'a/rawhide/builds/36.20211123.91.0/x86_64',
  'rawhide/builds/36.20211123.91.0/x86-64',
  'rawhide/builds/36.20211123.91.0/x86_64/commitmeta.json',
  'rawhide/builds/36.20211123.91.0/x86_64/meta.json.sig',
])('%s is below the site, but no build', (path) => {
  expect(() => readCoreosUrl(`${base}/${path}`, base)).toThrow(
    `expected the folder of a CoreOS build, ${base}/<stream>/builds/<build>/<arch>, with a build such as ` +
      `36.20211123.91.0, got "${base}/${path}"`,
  )
})

test.each([
  'rawhide',
  `https://evil.example/prod/streams/${place}`,
  `https://builds.coreos.fedoraproject.org/${place}`,
  `${base}/../../${place}`,
  `${base}/${place}?a`,
])('%s is not below the site', (url) => {
  expect(readCoreosUrl(url, base)).toBe(null)
})
