import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The certificates of a broker and of those who log in there, made anew in a folder. */
export interface Certificates {
  readonly ca: string
  readonly server: Pair
  /** May listen, as everybody may at Fedora's broker. */
  readonly fedora: Pair
  /** The same, but it ran out yesterday. */
  readonly late: Pair
  /** May publish. */
  readonly publisher: Pair
  /** From an authority that the broker does not know. */
  readonly foreign: Pair
}

/** Files in PEM. */
export interface Pair {
  readonly certificate: string
  readonly key: string
}

export function makeCertificates(folder: string): Certificates {
  const authority = makeAuthority(folder, 'authority')
  const other = makeAuthority(folder, 'other')
  return {
    ca: authority.certificate,
    server: sign(folder, authority, 'server', 'localhost'),
    fedora: sign(folder, authority, 'fedora', 'fedora'),
    late: sign(folder, authority, 'late', 'fedora', -1),
    publisher: sign(folder, authority, 'publisher', 'publisher'),
    foreign: sign(folder, other, 'foreign', 'fedora'),
  }
}

function makeAuthority(folder: string, name: string): Pair {
  const pair = makeKey(folder, name)
  const subject = ['-subj', `/CN=${name} of tests`, '-days', '30', '-out', pair.certificate]
  openssl('req', '-x509', '-new', '-key', pair.key, ...subject)
  return pair
}

function sign(folder: string, authority: Pair, name: string, common: string, days = 30): Pair {
  const pair = makeKey(folder, name)
  const [request, extensions] = [join(folder, `${name}.csr`), join(folder, `${name}.ext`)]
  writeFileSync(extensions, 'subjectAltName=IP:127.0.0.1,DNS:localhost\n')
  openssl('req', '-new', '-key', pair.key, '-subj', `/CN=${common}`, '-out', request)
  const by = ['-CA', authority.certificate, '-CAkey', authority.key, '-extfile', extensions]
  openssl('x509', '-req', '-in', request, ...by, '-days', `${days}`, '-out', pair.certificate)
  return pair
}

function makeKey(folder: string, name: string): Pair {
  const key = join(folder, `${name}.key.pem`)
  openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', key)
  return { certificate: join(folder, `${name}.pem`), key }
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' })
}
