import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import type { Night } from '../compose/naming/night.ts'
import { composeFolder } from '../compose/places/compose-folder.ts'
import { noteInArchive } from './archive-failures.ts'
import type { Tools } from './tools.ts'

/** A compose as a look saw it: its name, what it is, and a word for its state. */
export interface NotedCompose {
  readonly compose: string
  readonly ref: ComposeRef
  readonly state: string
}

/** The archive knows every compose that a night looked at. */
export async function noteCompose(
  { archive, sites }: Tools,
  { stream }: Night,
  { compose: id, ref, state }: NotedCompose,
): Promise<void> {
  const seen = { id, stream, label: null, state, at: new Date().toISOString() }
  await noteInArchive(() => archive.seenCompose({ ...seen, url: composeFolder(ref, sites) }))
}
