import { formatComposeId, parseComposeId, type ComposeId } from '../compose/compose-id.ts'
import { judgeCompleteness, type Completeness, type PungiObservation } from '../compose/completeness.ts'
import { composeNames, newestOf } from '../compose/listing.ts'
import { seriesFolder } from '../compose/location.ts'
import type { Completion, CompletionInput, CompletionMemory } from './activities.ts'
import type { Look } from './look.ts'
import { looking } from './looking.ts'
import { lookAtPungi } from './pungi-look.ts'
import type { Tools } from './tools.ts'

type CompletionLook = Look<Completion, CompletionMemory>

/** Looks whether a compose is complete everywhere, or dead: doomed, terminated, or overtaken by a newer respin. */
export function observeCompletion(
  tools: Tools,
): (input: CompletionInput, memory: CompletionMemory | null) => Promise<CompletionLook> {
  return (input, memory) => looking(input.lookMs, memory, (before) => once(tools, input, before))
}

async function once(
  tools: Tools,
  { night, compose, fixed }: CompletionInput,
  before: CompletionMemory | null,
): Promise<CompletionLook> {
  const id = parseComposeId(compose)
  const seen = await lookAtPungi(tools, id, before?.metadata ?? null)
  const state = judgeCompleteness(seen)
  const status = seen.status.kind === 'said' ? seen.status.status : (before?.status ?? '')
  const said = `${compose}: ${inWords(state)}`
  if (state.kind === 'dead') return { kind: 'seen', answer: { kind: 'dead', status }, said }
  if (state.usable) return { kind: 'seen', answer: { kind: 'complete', status }, said }
  const newer = fixed ? null : await newerRespin(tools, id, night)
  if (newer !== null) {
    const overtaken = `${said}; ${newer} has overtaken it`
    return {
      kind: 'seen',
      answer: { kind: 'dead', status: `${status}, overtaken by ${newer}` },
      said: overtaken,
    }
  }
  return { kind: 'not-yet', said, memory: { metadata: digestOf(seen, before), status } }
}

/** What is met goes without saying while something is not. */
function inWords({ usable, findings }: Completeness): string {
  const telling = findings.filter(({ kind }) => usable || kind !== 'met')
  return telling.map(({ said }) => said).join('; ')
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
