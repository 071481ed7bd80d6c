import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { judgeCompleteness } from '../compose/readiness/completeness.ts'
import { parseImages } from '../compose/images/images-json.ts'
import type { StatusLook } from '../compose/readiness/observation.ts'
import { localImagesJson } from './open-local.ts'
import { noMemory, stateOf, type ComposeState } from './compose-state.ts'

/** Whether a compose on this machine is complete, by its STATUS and metadata, without Koji and the mirror. */
export async function lookAtLocalState(path: string): Promise<ComposeState & { readonly compose: string }> {
  const file = await localImagesJson(path)
  const text = await readFile(file, 'utf8')
  const { composeId, images } = parseImages(text)
  const ageMs = Date.now() - (await stat(file)).mtimeMs
  const digest = createHash('sha256').update(text).digest('hex')
  const metadata = { kind: 'read', images: images.length, digest, before: digest, ageMs } as const
  const status = await localStatus(resolve(dirname(file), '../../STATUS'))
  const waived = { kind: 'waived' } as const
  const completeness = judgeCompleteness({ kind: 'pungi', status, metadata, koji: waived, mirror: waived })
  return { compose: composeId, ...stateOf(completeness, noMemory) }
}

async function localStatus(file: string): Promise<StatusLook> {
  const text = await readFile(file, 'utf8').catch(() => null)
  return text === null ? { kind: 'absent' } : { kind: 'said', status: text.trim() }
}
