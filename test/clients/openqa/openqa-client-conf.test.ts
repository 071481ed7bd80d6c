import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

import { clientConfFiles, findOpenQaKey } from '../../../clients/openqa/openqa-client-conf.ts'

function conf(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'nightjar-conf-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'client.conf'), text)
  return join(folder, 'client.conf')
}

const two = `# keys
; of two servers
[openqa.example.org]
key = AAAA
secret = BBBB
[openqa.example.org:9526]
KEY=CCCC
Secret = D=D
`

test.each([
  ['https://openqa.example.org', 'AAAA', 'BBBB'],
  ['https://openqa.example.org/openqa/', 'AAAA', 'BBBB'],
  ['http://openqa.example.org:80', 'AAAA', 'BBBB'],
  ['http://openqa.example.org:9527', 'AAAA', 'BBBB'],
  ['http://openqa.example.org:9526', 'CCCC', 'D=D'],
])('%s has the key of its section, host and port before host', async (url, key, secret) => {
  const file = conf(two)

  expect(await findOpenQaKey(url, [file])).toEqual({ kind: 'found', key: { key, secret }, file })
})

test.each([
  ['[openqa.example.org]\nkey = 0123\nsecret = AB#CD;EF\n', '0123', 'AB#CD;EF'],
  ['[openqa.example.org]\nkey = 1\n[openqa.example.org]\nsecret = 2\n', '1', '2'],
  ['[openqa.example.org]\nneither a key nor a section\nkey = 1\nsecret = 2\n', '1', '2'],
  ['[openqa.example.org]\nkey = "1"\nsecret = 2\n', '"1"', '2'],
])('%j has the key %s and the secret %s', async (text, key, secret) => {
  const found = await findOpenQaKey('https://openqa.example.org', [conf(text)])

  expect(found).toMatchObject({ kind: 'found', key: { key, secret } })
})

test('the first file with a section for the host wins, and missing files are passed over', async () => {
  const first = conf('[other]\nkey=x\nsecret=y\n')
  const second = conf('[host]\nkey=1\nsecret=2\n')
  const third = conf('[host]\nkey=3\nsecret=4\n')

  expect(
    await findOpenQaKey('http://host', ['/nonexistent/client.conf', first, second, third]),
  ).toMatchObject({
    file: second,
    key: { key: '1', secret: '2' },
  })
})

test('where no file knows the host, the files that were looked into are told', async () => {
  const file = conf('key = without a section\n')

  expect(await findOpenQaKey('http://host', [file])).toEqual({ kind: 'none', looked: [file] })
})

test('half a key is a mistake that is told, without the half', async () => {
  const file = conf('[host]\nkey = AAAA\nsecret =\n')

  await expect(findOpenQaKey('http://host', [file])).rejects.toThrow(
    `openQA: ${file} has a section for host with a key but no secret`,
  )
})

test.skipIf(process.getuid?.() === 0)('a file that may not be read is a mistake that is told', async () => {
  const file = conf('[host]\n')
  chmodSync(file, 0)

  await expect(findOpenQaKey('http://host', [file])).rejects.toThrow(`${file} cannot be read`)
})

test('the usual places are looked into in order', () => {
  expect(clientConfFiles({}, '/home/me')).toEqual([
    '/home/me/.config/openqa/client.conf',
    '/etc/openqa/client.conf',
    '/usr/etc/openqa/client.conf',
  ])
  expect(clientConfFiles({ OPENQA_CONFIG: '/conf' }, '/home/me')[0]).toBe('/conf/client.conf')
})
