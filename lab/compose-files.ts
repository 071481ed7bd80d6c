import { labStreams } from './streams.ts'
import { statusAt, type LabCompose } from './nightly.ts'
import { composeinfoJson, imagesJson } from './productmd.ts'
import { rpmsJson } from './rpms.ts'
import type { Minute } from './script.ts'

/** The text of a path below `compose/` at a minute; null if there is no file (yet). */
export function composeFile(path: string, all: readonly LabCompose[], minute: Minute): string | null {
  const folders: readonly string[] = [...labStreams, ...all.map(({ folder }) => folder)]
  const folder = folders.find((each) => path.startsWith(`${each}/`))
  if (folder === undefined) return null
  const [id = '', ...rest] = path.slice(folder.length + 1).split('/')
  const there = all.filter((compose) => compose.folder === folder && compose.script.appears <= minute)
  if (id === '') return index(there)
  const compose = there.find((each) => each.id === id)
  return compose ? fileOf(compose, rest.join('/'), minute) : null
}

/** The minute of which a file is, where it says so: that of COMPOSE_ID, which is written first. */
export function minuteOf(path: string, all: readonly LabCompose[]): Minute | null {
  const [, id] = /([^/]+)\/COMPOSE_ID$/.exec(path) ?? []
  return all.find((compose) => compose.id === id)?.script.appears ?? null
}

/** Whether a compose has its metadata. */
export function hasMetadata({ script: { metadataAt } }: LabCompose, minute: Minute): boolean {
  return metadataAt !== null && metadataAt <= minute
}

function fileOf(compose: LabCompose, path: string, minute: Minute): string | null {
  if (path === '') return '<a href="compose/">compose/</a>'
  if (path === 'COMPOSE_ID') return compose.id
  if (path === 'STATUS') return line(statusAt(compose.script, minute))
  if (!hasMetadata(compose, minute)) return null
  if (path === 'compose/metadata/images.json') return imagesJson(compose)
  if (path === 'compose/metadata/rpms.json') return rpmsJson(compose)
  return path === 'compose/metadata/composeinfo.json' ? composeinfoJson(compose) : null
}

function line(text: string | null): string | null {
  return text === null ? null : `${text}\n`
}

function index(composes: readonly LabCompose[]): string {
  const links = composes.map(({ id }) => `<a href="${id}/">${id}/</a>`)
  return `<html><body><h1>Index</h1><pre><a href="../">Parent Directory</a>\n${links.join('\n')}\n</pre></body></html>`
}
