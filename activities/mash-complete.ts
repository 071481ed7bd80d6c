import { judgeCompleteness, type Completeness } from '../compose/readiness/completeness.ts'
import { composeUrl } from '../compose/places/compose-url.ts'
import { parseMashName } from '../compose/naming/mash-ref.ts'
import type { MashObservation } from '../compose/readiness/observation.ts'
import { sayCompleteness } from '../compose/readiness/say-completeness.ts'
import type { Completion, CompletionInput, CompletionMemory } from './activities.ts'
import type { Look } from './look.ts'
import { lookAtMash } from '../sources/mash-look.ts'
import type { Tools } from './tools.ts'

/** Looks whether a nightly of 2015 is complete, or dead: finished without a boot image of any arch. */
export async function completeMash(
  tools: Tools,
  { compose, pace }: CompletionInput,
  before: CompletionMemory | null,
): Promise<Look<Completion, CompletionMemory>> {
  const ref = parseMashName(compose)
  const tree = composeUrl(ref, tools.places.sites)
  // Looks of one night are to be of different answers: those less than half their distance apart count as one.
  const { seen, tasks } = await lookAtMash(tools, ref, tree, {
    tasks: before?.tasks ?? null,
    apartMs: pace.lookMs / 2,
  })
  const state = judgeCompleteness(seen)
  const status = statusOf(seen, state)
  const said = `${compose}: ${sayCompleteness(state)}`
  if (state.kind === 'waiting') return { kind: 'not-yet', said, memory: { metadata: null, status, tasks } }
  return { kind: 'seen', answer: { kind: state.kind, status }, said }
}

/** These nightlies have no STATUS; a report says this instead. */
function statusOf({ finish }: MashObservation, { kind }: Completeness): string {
  if (kind === 'complete') return 'complete'
  if (kind === 'dead') return 'without a boot image'
  return finish.kind === 'present' ? 'waiting for Koji' : 'without logs/finish'
}
