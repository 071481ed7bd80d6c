const escape = /\\#([0-3][0-7]{2})/

/**
 * The bytes of a name that rsync spelled in the C locale. `\#ooo` is the byte with that octal number. All
 * other characters are themselves. rsync also escapes a backslash that would look like an escape, so the
 * decoding is exact.
 */
export function nameBytes(spelled: string): Uint8Array {
  const encoder = new TextEncoder()
  const parts = spelled
    .split(escape)
    .map((part, index) => (index % 2 === 0 ? encoder.encode(part) : Uint8Array.of(Number.parseInt(part, 8))))
  return joined(parts)
}

/** The name. Null if its bytes are not UTF-8. */
export function decodeName(spelled: string): string | null {
  if (!escape.test(spelled)) return spelled
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(nameBytes(spelled))
  } catch {
    return null
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0))
  let offset = 0
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return bytes
}
