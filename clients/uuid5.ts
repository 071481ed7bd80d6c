import { createHash } from 'node:crypto'

/** The namespace of DNS names of RFC 4122, appendix C. */
const dnsNamespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

/** The UUID of a name in a namespace, version 5 of RFC 4122: the same name has always the same. */
export function uuid5(name: string, namespace: string = dnsNamespace): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
