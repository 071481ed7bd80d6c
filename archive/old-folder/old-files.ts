import { readFile, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file of the folder that archived nights before there was a database. */
export interface OldFile {
  /** Within the folder: `values/0a….json`. */
  readonly path: string
  readonly name: string
  readonly text: string
  /** ISO. */
  readonly writtenAt: string
}

/** A file that could not be taken over, and why. */
export interface SkippedFile {
  readonly path: string
  readonly why: string
}

/** The files of one part of the folder, such as `values`; those that cannot be read are told of. */
export async function* filesOf(
  folder: string,
  part: string,
  skip: (file: SkippedFile) => void,
): AsyncGenerator<OldFile> {
  for (const name of await namesOf(join(folder, part))) {
    const path = join(part, name)
    try {
      const [text, { mtime }] = await Promise.all([
        readFile(join(folder, path), 'utf8'),
        stat(join(folder, path)),
      ])
      yield { path, name, text, writtenAt: mtime.toISOString() }
    } catch (error) {
      skip({ path, why: error instanceof Error ? error.message : String(error) })
    }
  }
}

/** The names of whole files, folders within too; none where there is no such folder. */
async function namesOf(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && !entry.name.endsWith('.draft'))
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .toSorted()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
