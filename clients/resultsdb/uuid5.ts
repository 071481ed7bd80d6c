import { createHash } from 'node:crypto'

/** The namespace of DNS names of RFC 4122, appendix C, in which ResultsDB's conventions begin. */
const dnsNamespace = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'

/**
 * The UUID of a name in a namespace, version 5 of RFC 4122. Like ResultsDB's conventions it leaves out
 * letters that are not ASCII.
 */
export function uuid5(name: string, namespace = dnsNamespace): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name.replaceAll(/\P{ASCII}/gu, ''))
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** The UUID of a group by the conventions: a name in a namespace such as `compose`, `image`, `openqa`. */
export function groupUuid(namespace: string, name: string): string {
  return uuid5(name, uuid5(namespace))
}
