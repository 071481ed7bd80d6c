import { parseComposeId, seriesName } from '../compose/naming/compose-id.ts'
import { isFinished } from '../compose/readiness/status.ts'
import { hasMetadata } from './compose-files.ts'
import { statusAt, type LabCompose } from './nightly.ts'
import { composeinfoJson, imagesJson } from './productmd.ts'
import type { Minute } from './script.ts'

/** The text of a path below `compose/metadata-archive/`, which has the metadata of finished composes. */
export function archivedFile(path: string, all: readonly LabCompose[], minute: Minute): string | null {
  const finished = all.filter(
    (compose) => isFinished(statusAt(compose.script, minute) ?? '') && hasMetadata(compose, minute),
  )
  const [folder = '', name = '', file, ...more] = path.split('/')
  if (folder === 'series') return file === undefined ? series(finished, name) : null
  const compose = finished.find(({ id }) => id === name && parseComposeId(id).date.startsWith(folder))
  if (!compose || more.length > 0) return null
  if (file === 'images.json') return imagesJson(compose)
  return file === 'composeinfo.json' ? composeinfoJson(compose) : null
}

/** One finished compose for each line of text, oldest first; null without a finished compose. */
function series(finished: readonly LabCompose[], name: string): string | null {
  const lines = finished.filter(
    ({ id }) => seriesName(parseComposeId(id)).toLowerCase() === name.toLowerCase(),
  )
  return lines.length === 0
    ? null
    : `${lines.map(({ id, script: { label } }) => (label === undefined ? id : `${id} ${label}`)).join('\n')}\n`
}
