import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { webApp } from './web-app.ts'
import type { Site } from './site.ts'
import { fileOf, linkedPaths, localLinks } from './parts/static-links.ts'

/** What an export wrote, and what it left out. */
export interface ExportedSite {
  readonly files: number
  /** Paths that no file was made of, and why. */
  readonly left: readonly { readonly path: string; readonly why: string }[]
}

/** A site may have many comparisons and tests, but a copy of it ends. */
const mostFiles = 50_000

/**
 * Writes every page that links lead to from `/`, each also as JSON, into a folder. Links between them are
 * relative, so the copy may be opened anywhere. `tell` hears the number of files now and then.
 * @throws ArchiveAway; Error where a page cannot be made: half a copy is none
 */
export async function exportSite(
  site: Site,
  folder: string,
  tell: (files: number) => void,
): Promise<ExportedSite> {
  await site.requireReadable()
  const app = webApp({ ...site, isCopy: true })
  const known = new Set(['/', '/style.css', '/icon.svg'])
  const left: { path: string; why: string }[] = []
  let files = 0
  for (const path of known) {
    if (files >= mostFiles) throw new Error(`expected a site of at most ${mostFiles} files`)
    const file = fileOf(path)
    if (file === null) {
      left.push({ path, why: 'no file can have its name' })
      continue
    }
    const answer = await app.request(path)
    const text = await answer.text()
    if (answer.status === 503 || answer.status === 500)
      throw new Error(`${path} failed: ${firstHeading(text)}`)
    if (answer.status !== 200) {
      left.push({ path, why: `the answer was ${answer.status}` })
      continue
    }
    const isPage = answer.headers.get('Content-Type')?.startsWith('text/html') === true
    if (isPage) for (const next of linkedPaths(text)) known.add(next)
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), isPage ? localLinks(text, path) : text)
    files += 1
    if (files % 100 === 0) tell(files)
  }
  return { files, left }
}

function firstHeading(text: string): string {
  return /<h1>([^<]*)</.exec(text)?.[1] ?? 'no answer'
}
