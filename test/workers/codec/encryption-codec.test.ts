import { randomBytes } from 'node:crypto'
import { defaultPayloadConverter, type Payload } from '@temporalio/common'
import { expect, test } from 'vitest'
import type { CodecKey } from '../../../workers/codec/codec-keys.ts'
import { encryptionCodec, NotDecrypted } from '../../../workers/codec/encryption-codec.ts'

const key = (id: string): CodecKey => ({ id, bytes: randomBytes(32) })
const [older, newer] = [key('2026-05'), key('2026-11')]
const values = [{ compose: 'Fedora-Rawhide-20261124.n.0' }, null, '', new Uint8Array([1, 2, 3]), undefined]
const payloads = values.map((value) => defaultPayloadConverter.toPayload(value))

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('latin1')
}

function read(decoded: readonly Payload[]): readonly unknown[] {
  return decoded.map((payload) => defaultPayloadConverter.fromPayload(payload))
}

test('what the first key encrypts is read with it, and nothing of it is plain but the id of the key', async () => {
  const codec = encryptionCodec([newer, older])

  const encoded = await codec.encode(payloads)

  for (const { metadata, data } of encoded) {
    expect(Object.entries(metadata ?? {}).map(([name, value]) => [name, textOf(value)])).toEqual([
      ['encoding', 'binary/encrypted'],
      ['encryption-key-id', '2026-11'],
    ])
    expect(textOf(data)).not.toMatch(/compose|json|Rawhide/)
  }
  expect(read(await codec.decode(encoded))).toEqual(values)
})

test('equal payloads are not encrypted alike', async () => {
  const [payload = {}] = payloads
  const [one, other] = await encryptionCodec([newer]).encode([payload, payload])

  expect(textOf(one?.data)).not.toBe(textOf(other?.data))
})

test('an older key and plain payloads are still read', async () => {
  const old = await encryptionCodec([older]).encode(payloads)

  expect(read(await encryptionCodec([newer, older]).decode([...old, ...payloads]))).toEqual([
    ...values,
    ...values,
  ])
})

test('without a key payloads stay as they are', async () => {
  expect(await encryptionCodec([]).encode(payloads)).toEqual(payloads)
})

test.each([
  { keys: [], there: 'this program has none' },
  { keys: [newer], there: 'this program has 2026-11' },
])('a key that is missing is named: $there', async ({ keys, there }) => {
  const encoded = await encryptionCodec([older]).encode(payloads)

  await expect(encryptionCodec(keys).decode(encoded)).rejects.toThrow(
    new NotDecrypted(
      `a payload is encrypted with the key 2026-05, and ${there}; add that key to NIGHTJAR_CODEC_KEYS`,
    ),
  )
})

test('an id that is no word is quoted, and cut', async () => {
  const [encoded = {}] = await encryptionCodec([older]).encode(payloads)
  const hostile = { ...encoded.metadata, 'encryption-key-id': Buffer.from(`\u001B[2J\n${'x'.repeat(1000)}`) }

  const failed = await encryptionCodec([newer])
    .decode([{ ...encoded, metadata: hostile }])
    .catch(String)

  expect(failed).toMatch(/the key "\\u001b\[2J\\nx{1,64}", and/)
})

test.each([
  ['another key has the same id', (data: Uint8Array) => data, { id: newer.id, bytes: randomBytes(32) }],
  ['a bit was changed', (data: Uint8Array) => data.map((byte, at) => (at === 20 ? byte ^ 1 : byte)), newer],
  ['its end is lost', (data: Uint8Array) => data.subarray(0, -1), newer],
  ['only the nonce is left', (data: Uint8Array) => data.subarray(0, 12), newer],
  ['it is empty', () => new Uint8Array(), newer],
])('a payload is refused where %s', async (_, damage, with_) => {
  const [encoded] = await encryptionCodec([newer]).encode(payloads)
  const damaged = { ...encoded, data: damage(encoded?.data ?? new Uint8Array()) }

  await expect(encryptionCodec([with_]).decode([damaged])).rejects.toThrow(
    /^a payload cannot be decrypted: it is damaged, or the key 2026-11 is not the one that encrypted it/,
  )
})
