import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { codecKeys } from '../../../workers/codec/codec-keys.ts'
import { configFile } from '../../config-file.ts'

const [one, two] = [randomBytes(32), randomBytes(32)]
const words = `2026-11:${one.toString('base64')} 2026-05:${two.toString('base64')}`

test('the keys are in a variable or in a file, the one that encrypts first', async () => {
  await using config = await configFile('')
  const file = join(config.folder, 'codec-keys')
  await writeFile(file, `${words}\n`)
  const keys = [
    { id: '2026-11', bytes: one },
    { id: '2026-05', bytes: two },
  ]

  expect(codecKeys({})).toEqual([])
  expect(codecKeys({ NIGHTJAR_CODEC_KEYS: words })).toEqual(keys)
  expect(codecKeys({ NIGHTJAR_CODEC_KEYS_FILE: file })).toEqual(keys)
})

test.each([
  ['hunter2', 'expected key 1 in NIGHTJAR_CODEC_KEYS as an id, a colon and 32 bytes in base64'],
  [`${words} a:c2hvcnQ=`, 'expected key 3 in NIGHTJAR_CODEC_KEYS as an id'],
  [`a b:${one.toString('base64')}`, 'expected key 1 in'],
  [`${words} 2026-05:${one.toString('base64')}`, 'but two have 2026-05'],
])('a mistake is told without a part of a key: %s', (value, said) => {
  const act = () => codecKeys({ NIGHTJAR_CODEC_KEYS: value })

  expect(act).toThrow(said)
  for (const secret of ['hunter2', 'c2hvcnQ', one.toString('base64')]) expect(act).not.toThrow(secret)
})
