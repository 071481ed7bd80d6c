import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { ClientFailure } from '../failure.ts'
import { readSections } from './ini.ts'
import type { OpenQaKey } from './openqa-signature.ts'

/** The key for a server, and the file it came from; or the files that were looked into for nothing. */
export type FoundKey =
  | { readonly kind: 'found'; readonly key: OpenQaKey; readonly file: string }
  | { readonly kind: 'none'; readonly looked: readonly string[] }

/** Where openQA's own clients look for `client.conf`, first match first; `OPENQA_CONFIG` names a folder. */
export function clientConfFiles(
  env: Readonly<Record<string, string | undefined>> = process.env,
  home: string = homedir(),
): readonly string[] {
  const folders = ['/etc/openqa', '/usr/etc/openqa']
  const own = env['OPENQA_CONFIG'] ?? join(home, '.config/openqa')
  return [own, ...folders].map((folder) => join(folder, 'client.conf'))
}

/**
 * The API key that `client.conf` has for a server: from the first file with a section `[host:port]` or `[host]`.
 * @throws ClientFailure `refused` for a section that has only half of a key, or a file that may not be read
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
    throw new ClientFailure('refused', 'openQA', `${file} cannot be read; mend its permissions`, { cause })
  }
}
