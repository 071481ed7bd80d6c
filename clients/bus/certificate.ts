import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { ClientFailure } from '../failure.ts'

/** What the message bus is called in failures. */
export const busName = 'the message bus'

/** The broker, and the files with which it knows us. */
export interface BusPlace {
  /** `amqps://user:@host/vhost` */
  readonly url: string
  /** The file with the certificates of the authorities that the broker's certificate may be from. */
  readonly ca: string
  /** The file with our certificate. */
  readonly certificate: string
  /** The file with its key. */
  readonly key: string
}

/** What is in the files of a {@link BusPlace}. */
export interface BusCredentials {
  readonly ca: Buffer
  readonly cert: Buffer
  readonly key: Buffer
}

/**
 * Reads the files, each time anew: they are replaced before a certificate runs out.
 * @throws ClientFailure `refused` that names the file
 */
export async function readCredentials({ ca, certificate, key }: BusPlace): Promise<BusCredentials> {
  // One after the other: of several that are missing always the same is named.
  const credentials = {
    ca: await read(ca, 'ca'),
    cert: await read(certificate, 'certificate'),
    key: await read(key, 'key'),
  }
  if (!areCertificates(credentials.ca)) {
    const said = `expected certificates in PEM in ${ca}, which ca names; correct ca`
    throw new ClientFailure('refused', busName, said)
  }
  try {
    createSecureContext(credentials)
  } catch (cause) {
    const why = cause instanceof Error && 'reason' in cause ? String(cause.reason) : String(cause)
    const expected = `expected certificates and the key of ours in PEM in ${ca}, ${certificate} and ${key}`
    const said = `${expected}, but got: ${why}; correct these files`
    throw new ClientFailure('refused', busName, said, { cause })
  }
  return credentials
}

/**
 * ISO: when our certificate runs out.
 * @throws ClientFailure `refused` where the file has none
 */
export async function certificateEnd({ certificate }: Pick<BusPlace, 'certificate'>): Promise<string> {
  const text = await read(certificate, 'certificate')
  try {
    return new X509Certificate(text).validToDate.toISOString()
  } catch (cause) {
    const said = `expected a certificate in PEM in ${certificate}, which certificate names`
    throw new ClientFailure('refused', busName, said, { cause })
  }
}

/** Node takes any text for authorities, and then trusts none. */
function areCertificates(pem: Buffer): boolean {
  const blocks = pem.toString('latin1').split(/^(?=-----BEGIN )/m)
  const certificates = blocks.filter((block) => /^-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----/.test(block))
  try {
    return certificates.map((block) => new X509Certificate(block)).length > 0
  } catch {
    return false
  }
}

async function read(file: string, setting: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    const expected = `expected to read ${file}, which ${setting} names`
    const said = `${expected}, but got ${code}; correct ${setting}, or make the file readable`
    throw new ClientFailure('refused', busName, said, { cause })
  }
}
