import type { ComposeRef } from '../compose/naming/compose-ref.ts'
import { composeFolder } from '../compose/places/compose-folder.ts'
import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import { composeDate } from '../compose/naming/night.ts'
import { sayCompleteness } from '../compose/readiness/say-completeness.ts'
import { isUndecided, noMemory, type ComposeState, type StateMemory } from '../sources/compose-state.ts'
import { findCompose } from '../sources/find-compose.ts'
import { lookAtCompose } from '../sources/look-at-compose.ts'
import { noteInArchive } from './archive-failures.ts'
import type { Completion, CompletionInput } from './activities.ts'
import type { Look, Sight } from './look.ts'
import { lapActivity } from './lap-activity.ts'
import type { Tools } from './tools.ts'

/** Looks whether a compose is complete everywhere, or dead. */
export function observeCompletion(
  tools: Tools,
): (input: CompletionInput, memory: StateMemory | null) => Promise<Look<Completion, StateMemory>> {
  return (input, memory) =>
    lapActivity({ tools, stage: 'complete', ...input }, memory, (before) =>
      once(tools, input, before ?? noMemory),
    )
}

async function once(
  tools: Tools,
  input: CompletionInput,
  before: StateMemory,
): Promise<Sight<Completion, StateMemory>> {
  const { compose, pace, fixed } = input
  const ref = parseNightCompose(compose)
  // The Koji cache may give two close looks one answer: looks less than half an interval apart count as one.
  const state = await lookAtCompose(tools, ref, before, { apartMs: pace.lookMs / 2, alone: false })
  const { status } = state.memory
  await writeDown(tools, input, ref, status || state.kind)
  const said = `${compose}: ${inWords(state)}`
  if (state.kind === 'complete' || state.kind === 'dead')
    return { kind: 'seen', answer: { kind: state.kind, status }, said }
  const newer = fixed ? null : await newerRespin(tools, ref, input)
  if (newer === null) return { kind: 'not-yet', said, memory: state.memory, unanswered: isUndecided(state) }
  const answer = { kind: 'dead', status: `${status}, overtaken by ${newer}` } as const
  return { kind: 'seen', answer, said: `${said}; ${newer} has overtaken it` }
}

/** The archive knows every compose that a night looked at. */
async function writeDown(
  tools: Tools,
  { night, compose }: CompletionInput,
  ref: ComposeRef,
  state: string,
): Promise<void> {
  const seen = { id: compose, stream: night.stream, label: null, state, at: new Date().toISOString() }
  await noteInArchive(() => tools.archive.seenCompose({ ...seen, url: composeFolder(ref, tools.sites) }))
}

function inWords({ kind, usable, reasons, findings }: ComposeState): string {
  return kind === 'absent' ? reasons.join('; ') : sayCompleteness({ usable, findings })
}

/** A newer respin of the night; the night then stops waiting for this compose. */
async function newerRespin(
  tools: Tools,
  ref: ComposeRef,
  { night: { stream, date }, compose }: CompletionInput,
): Promise<string | null> {
  if (ref.kind !== 'pungi') return null
  const day = composeDate({ stream, date })
  const newest = await findCompose(tools, { stream, date: day, today: day, compose: null, discarded: [] })
  if (newest.kind !== 'found' || newest.ref.kind !== 'pungi') return null
  return newest.ref.id.respin > ref.id.respin && newest.compose !== compose ? newest.compose : null
}
