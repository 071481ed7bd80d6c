import { ConfigMistakes } from '../config/config-mistakes.ts'
import { secretOf } from '../config/secret-of.ts'

/** A key that encrypts what Temporal stores. */
export interface CodecKey {
  /** Stored with each payload, in plain text: it says which key decrypts it. */
  readonly id: string
  /** 32 bytes: AES-256. */
  readonly bytes: Uint8Array
}

const entry = /^(?<id>[A-Za-z0-9][\w.-]{0,63}):(?<base64>[A-Za-z0-9+/]{43}=)$/

/**
 * The keys of `NIGHTJAR_CODEC_KEYS`: the first encrypts, and all decrypt. None where it is not set. No
 * message holds a part of a key.
 * @throws ConfigMistakes
 */
export function codecKeys(environment: NodeJS.ProcessEnv = process.env): readonly CodecKey[] {
  const secret = secretOf('NIGHTJAR_CODEC_KEYS', environment)
  if (secret === null) return []
  const from = secret.file === null ? secret.variable : `${secret.file} (${secret.variable})`
  const keys = secret.value
    .trim()
    .split(/ +/)
    .map((text, at) => keyOf(text, `key ${at + 1} in ${from}`))
  const twice = keys.find(({ id }, at) => keys.findIndex((other) => other.id === id) !== at)
  if (twice === undefined) return keys
  throw new ConfigMistakes(`expected each key in ${from} to have an id of its own, but two have ${twice.id}`)
}

function keyOf(text: string, where: string): CodecKey {
  const { id, base64 } = entry.exec(text)?.groups ?? {}
  if (id !== undefined && base64 !== undefined) return { id, bytes: Buffer.from(base64, 'base64') }
  throw new ConfigMistakes(
    `expected ${where} as an id, a colon and 32 bytes in base64; make one with: echo "2026-11:$(openssl rand -base64 32)"`,
  )
}
