import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Payload, PayloadCodec } from '@temporalio/common'
import protocol from '@temporalio/proto'
import type { CodecKey } from './codec-keys.ts'

/** The marks of an encrypted payload: those of Temporal's own examples. */
const [encodingKey, keyIdKey, encrypted] = ['encoding', 'encryption-key-id', 'binary/encrypted']

/** Bytes. NIST SP 800-38D, 5.2.1.1 and 5.2.1.2: the usual ones of GCM. */
const [ivBytes, tagBytes] = [12, 16]

const wire = protocol.temporal.api.common.v1.Payload

/** A payload that this program cannot decrypt: it lacks the key, or the payload is damaged. */
export class NotDecrypted extends Error {
  override readonly name = 'NotDecrypted'
}

/**
 * Encrypts payloads with the first key (AES-256-GCM), and decrypts those of every key. A payload that is not
 * encrypted is read as it is. Without a key nothing is encrypted.
 * @throws NotDecrypted
 */
export function encryptionCodec(keys: readonly CodecKey[]): PayloadCodec {
  const [first] = keys
  return {
    encode: async (payloads) =>
      first === undefined ? payloads : payloads.map((payload) => encrypt(payload, first)),
    decode: async (payloads) =>
      payloads.map((payload) => (isEncrypted(payload) ? decrypt(payload, keys) : payload)),
  }
}

function isEncrypted({ metadata }: Payload): boolean {
  return textOf(metadata?.[encodingKey]) === encrypted
}

function encrypt(payload: Payload, { id, bytes }: CodecKey): Payload {
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv('aes-256-gcm', bytes, iv, { authTagLength: tagBytes })
  const data = [iv, cipher.update(wire.encode(payload).finish()), cipher.final(), cipher.getAuthTag()]
  return {
    metadata: { [encodingKey]: Buffer.from(encrypted), [keyIdKey]: Buffer.from(id) },
    data: Buffer.concat(data),
  }
}

function decrypt({ metadata, data }: Payload, keys: readonly CodecKey[]): Payload {
  const id = textOf(metadata?.[keyIdKey])
  const key = keys.find((each) => each.id === id)
  if (key === undefined) throw new NotDecrypted(missing(id, keys))
  const sealed = data ?? new Uint8Array()
  try {
    const decipher = createDecipheriv('aes-256-gcm', key.bytes, sealed.subarray(0, ivBytes), {
      authTagLength: tagBytes,
    })
    decipher.setAuthTag(sealed.subarray(-tagBytes))
    const plain = [decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]
    return wire.decode(Buffer.concat(plain))
  } catch (cause) {
    throw new NotDecrypted(
      `a payload cannot be decrypted: it is damaged, or the key ${id} is not the one that encrypted it; correct NIGHTJAR_CODEC_KEYS`,
      { cause },
    )
  }
}

function missing(id: string, keys: readonly CodecKey[]): string {
  const there =
    keys.length === 0 ? 'this program has none' : `this program has ${keys.map((key) => key.id).join(', ')}`
  return `a payload is encrypted with the key ${idInWords(id)}, and ${there}; add that key to NIGHTJAR_CODEC_KEYS`
}

/** Whoever can write to Temporal chooses it. */
function idInWords(id: string): string {
  return /^[\w.-]{1,64}$/.test(id) ? id : JSON.stringify(id.slice(0, 64))
}

function textOf(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString()
}
