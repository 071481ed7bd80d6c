import { formatComposeId, parseComposeId, type ComposeId } from '../compose/naming/compose-id.ts'
import { judgeCompleteness, type PungiObservation } from '../compose/readiness/completeness.ts'
import { composeNames, newestOf } from '../compose/naming/listing.ts'
import { seriesFolder } from '../compose/places/location.ts'
import { sayCompleteness } from '../compose/readiness/say-completeness.ts'
import type { Completion, CompletionInput, CompletionMemory } from './activities.ts'
import type { Look } from './look.ts'
import { lookAtPungi } from '../sources/pungi-look.ts'
import type { Tools } from './tools.ts'

/** Looks whether a compose of Pungi is complete, or dead: doomed, terminated, or overtaken by a newer respin. */
export async function completePungi(
  tools: Tools,
  { night, compose, fixed }: CompletionInput,
  before: CompletionMemory | null,
): Promise<Look<Completion, CompletionMemory>> {
  const id = parseComposeId(compose)
  const seen = await lookAtPungi(tools, id, before?.metadata ?? null)
  const state = judgeCompleteness(seen)
  const status = seen.status.kind === 'said' ? seen.status.status : (before?.status ?? '')
  const said = `${compose}: ${sayCompleteness(state)}`
  if (state.kind === 'dead') return { kind: 'seen', answer: { kind: 'dead', status }, said }
  if (state.usable) return { kind: 'seen', answer: { kind: 'complete', status }, said }
  const newer = fixed ? null : await newerRespin(tools, id, night)
  if (newer !== null) {
    return {
      kind: 'seen',
      answer: { kind: 'dead', status: `${status}, overtaken by ${newer}` },
      said: `${said}; ${newer} has overtaken it`,
    }
  }
  return { kind: 'not-yet', said, memory: { metadata: digestOf(seen, before), status, tasks: null } }
}

function digestOf({ metadata }: PungiObservation, before: CompletionMemory | null): string | null {
  return metadata.kind === 'read' ? metadata.digest : (before?.metadata ?? null)
}

async function newerRespin(
  { tree, places }: Tools,
  id: ComposeId,
  night: CompletionInput['night'],
): Promise<string | null> {
  const listed = composeNames(await tree.read(seriesFolder(night.stream, places.composes)))
  const newest = newestOf(listed, night, id.version)
  return newest !== null && newest.respin > id.respin ? formatComposeId(newest) : null
}
