import { expect, test } from 'vitest'
import { nightjarIn, ownFolder } from './setup/run-in.ts'

const NIGHTJAR_CODEC_KEYS = `2026-11:${Buffer.alloc(32).toString('base64')}`
const NIGHTJAR_TEMPORAL_UI = 'https://temporal.example.org'

test.each([
  [[], {}, 'there is no key; set NIGHTJAR_CODEC_KEYS'],
  [[], { NIGHTJAR_CODEC_KEYS }, 'whose page may ask is not known; set temporal_ui'],
  [
    ['--listen', '0.0.0.0:8888'],
    { NIGHTJAR_CODEC_KEYS, NIGHTJAR_TEMPORAL_UI },
    '--listen 0.0.0.0:8888: expected an address of this machine such as 127.0.0.1:8888',
  ],
  [
    [],
    { NIGHTJAR_CODEC_KEYS: 'hunter2', NIGHTJAR_TEMPORAL_UI },
    'expected key 1 in NIGHTJAR_CODEC_KEYS as an id',
  ],
])('codec-server %j says what is missing', async (args, environment, said) => {
  const { code, stderr } = await nightjarIn(ownFolder(), ['codec-server', ...args], environment)

  expect(code).toBe(2)
  expect(stderr).toContain(said)
  expect(stderr).not.toContain('hunter2')
})
