import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A configuration in a folder of its own, which goes with it. */
export interface ConfigFile extends AsyncDisposable {
  readonly folder: string
  readonly file: string
}

/** Writes one, and other files beside it by their names. */
export async function configFile(
  text: string,
  others: Readonly<Record<string, string>> = {},
): Promise<ConfigFile> {
  const folder = await mkdtempDisposable(join(tmpdir(), 'nightjar-config-'))
  const file = join(folder.path, 'nightjar.toml')
  await writeFile(file, text)
  for (const [name, content] of Object.entries(others)) await writeFile(join(folder.path, name), content)
  return { folder: folder.path, file, [Symbol.asyncDispose]: () => folder.remove() }
}
