import { readFile, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Garbled } from '../compose/garbled.ts'
import { readComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { refOfId } from '../compose/naming/compose-ref.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { parseImages } from '../compose/images/images-json.ts'
import { judgedAs, locate, type OpenedCompose } from '../compose/expected/opened-compose.ts'
import type { Sites } from '../compose/places/sites.ts'
import { ClientFailure } from '../clients/failure.ts'

/** Where `images.json` may be, seen from a compose's folder, its `compose/` or its `metadata/`. */
const inside = ['compose/metadata/images.json', 'metadata/images.json', 'images.json']
const maxBytes = 32 * 1024 * 1024

/**
 * Reads which images a compose has from a file on this machine: an `images.json`, or a folder with one. It
 * asks no service. Images have URLs in Fedora's tree if the compose id tells them, else `file:` URLs.
 * @throws ClientFailure `absent` if the folder has no `images.json`, Garbled if the file is not one.
 */
export async function openLocal(path: string, sites: Sites): Promise<OpenedCompose> {
  const file = await localImagesJson(path)
  const { composeId, images } = parseImages(await readWhole(file))
  const id = readComposeId(composeId)
  const tree = placeOf(id, sites) ?? pathToFileURL(resolve(dirname(file), '..')).href
  return {
    compose: composeId,
    ref: id && refOfId(id),
    id,
    label: await labelBeside(file),
    tree,
    images: locate(tree, images),
    judged: judgedAs(id),
  }
}

/** The `images.json` at or below a path. @throws ClientFailure `absent` if there is none. */
export async function localImagesJson(path: string): Promise<string> {
  if ((await stat(path)).isFile()) return path
  for (const name of inside) {
    const file = join(path, name)
    if (await isThere(file)) return file
  }
  throw new ClientFailure(
    'absent',
    'this machine',
    `expected a folder with one of ${inside.join(', ')}; ${path} has none`,
  )
}

async function readWhole(file: string): Promise<string> {
  const { size } = await stat(file)
  if (size <= maxBytes) return readFile(file, 'utf8')
  throw new Garbled(`less than ${maxBytes} bytes in ${file}`, `${size} bytes`)
}

async function isThere(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null))?.isFile() ?? false
}

function placeOf(id: ComposeId | null, sites: Sites): string | null {
  if (id === null) return null
  try {
    return composeUrl(refOfId(id), sites)
  } catch {
    return null
  }
}

async function labelBeside(file: string): Promise<string | null> {
  const beside = join(dirname(file), 'composeinfo.json')
  if (!(await isThere(beside))) return null
  const { parseComposeInfo } = await import('../compose/images/composeinfo.ts')
  return parseComposeInfo(await readWhole(beside)).label
}
