import { expect, test } from 'vitest'
import { nightjar } from '../nightjar.ts'
import { name, whole, withCoreos } from '../with-coreos.ts'

test('a build is found by its URL, and the newest one of a stream', async () => {
  const builds = '{"builds": [{"id": "36.20211123.91.0", "arches": ["x86_64"]}]}'
  await using coreos = await withCoreos({ ...whole, '/coreos/rawhide/builds/builds.json': builds })
  const find = (...words: readonly string[]) => nightjar('find', ...words, ...coreos.fedora.config)

  const found = { code: 0, stdout: `${name}\n${coreos.url}\n`, stderr: '' }
  expect(await find(`${coreos.url}/`)).toEqual(found)
  expect(await find('coreos-rawhide')).toEqual(found)
  expect(await find('coreos-rawhide', '--release', '36', '--date', '2021-11-23')).toEqual(found)
  expect(JSON.parse((await find(coreos.url, '--json')).stdout)).toEqual({
    schema: 'nightjar/find/1',
    stream: 'coreos-rawhide',
    date: '2021-11-23',
    compose: name,
    url: coreos.url,
    status: null,
    why: null,
  })
  const none = (of: string) =>
    `no build for x86_64 of ${of} in ${coreos.fedora.server.url}/coreos/rawhide/builds/builds.json`
  expect(await find('coreos-rawhide', '--release', '37')).toEqual({
    code: 1,
    stdout: `${none('release 37')}\n`,
    stderr: '',
  })
  const json = await find('coreos-rawhide', '--date', '2021-11-24', '--json')
  expect(JSON.parse(json.stdout)).toMatchObject({
    stream: 'coreos-rawhide',
    date: '2021-11-24',
    compose: null,
    why: none('2021-11-24'),
  })
})

test.each([
  [(url: string) => ['find', url, '--release', '36'], 2, 'leave out --date and --release'],
  [(url: string) => ['find', url.replace('/coreos/', '/pub/')], 2, "expected the URL of a compose's folder"],
  [(url: string) => ['find', url.replace('91.0', '91.1')], 1, 'the site of Fedora CoreOS'],
  [
    (url: string) => ['images', url.replace('x86_64', 'latest/x86_64')],
    2,
    'expected the folder of a CoreOS build',
  ],
  [() => ['images', 'https://builds.coreos.fedoraproject.org/prod/streams/a'], 2, 'a URL on an allowed host'],
])('what is no build is said (%#)', async (argsFor, code, said) => {
  await using coreos = await withCoreos(whole)

  expect(await nightjar(...argsFor(coreos.url), ...coreos.fedora.config)).toMatchObject({
    code,
    stdout: '',
    stderr: expect.stringContaining(said),
  })
})
