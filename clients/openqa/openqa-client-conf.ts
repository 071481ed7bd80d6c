import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ClientFailure } from '../failure.ts'
import { readSections } from './ini.ts'
import type { OpenQaKey } from './openqa-signature.ts'

/** The key for a server and its file, or the files that have no key for it. */
export type FoundKey =
  | { readonly kind: 'found'; readonly key: OpenQaKey; readonly file: string }
  | { readonly kind: 'none'; readonly looked: readonly string[] }

/** Where openQA's own clients look for `client.conf`, in order. `OPENQA_CONFIG` is a folder. */
export function clientConfFiles(
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): readonly string[] {
  const folders = ['/etc/openqa', '/usr/etc/openqa']
  const own = env['OPENQA_CONFIG'] ?? join(home, '.config/openqa')
  return [own, ...folders].map((folder) => join(folder, 'client.conf'))
}

/**
 * The API key for a server, from the first `client.conf` with a section `[host:port]` or `[host]`.
 * @throws ClientFailure `refused` for a section without key or secret, or an unreadable file
 */
export async function findOpenQaKey(
  url: string,
  files: readonly string[] = clientConfFiles(),
): Promise<FoundKey> {
  const { host, hostname } = new URL(url)
  for (const file of files) {
    const sections = readSections(await textOf(file))
    const section = sections.get(host) ?? sections.get(hostname)
    if (section) return { kind: 'found', key: wholeKey(file, host, section), file }
  }
  return { kind: 'none', looked: files }
}

function wholeKey(file: string, host: string, section: ReadonlyMap<string, string>): OpenQaKey {
  const key = section.get('key')
  const secret = section.get('secret')
  if (key && secret) return { key, secret }
  const missing = key ? 'a key but no secret' : 'no key'
  throw new ClientFailure('refused', 'openQA', `${file} has a section for ${host} with ${missing}`)
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOENT' || cause.code === 'ENOTDIR'))
      return ''
    throw new ClientFailure('refused', 'openQA', `${file} cannot be read; fix its permissions`, { cause })
  }
}
