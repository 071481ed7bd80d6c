import type { ComposeRef } from '../../compose/naming/compose-ref.ts'
import { laterOfNight } from '../../compose/naming/later-respin.ts'
import { parseNightCompose } from '../../compose/naming/mash-ref.ts'
import { sayCompleteness } from '../../compose/readiness/say-completeness.ts'
import { isUndecided, noMemory, type ComposeState, type StateMemory } from '../../sources/compose-state.ts'
import { findCompose, searchOfNight } from '../../sources/find-compose.ts'
import { askedAnew } from '../../sources/koji-cache.ts'
import { lookAtCompose } from '../../sources/look-at-compose.ts'
import type { Completion, CompletionInput } from '../activities.ts'
import type { Look, Sight } from './look.ts'
import type { LookKey } from '../lap/news.ts'
import { keptMemory } from '../lap/kept-memory.ts'
import { lapActivity } from '../lap/lap-activity.ts'
import { noteCompose } from '../note-compose.ts'
import { withPlaces } from '../../sources/compose-tools.ts'
import { toolsFor } from '../tools-for.ts'
import type { Tools } from '../tools.ts'

/** Looks whether a compose is complete everywhere, or dead. */
export function observeCompletion(
  tools: Tools,
): (input: CompletionInput, memory: StateMemory | null) => Promise<Look<Completion, StateMemory>> {
  const kept = keptMemory<StateMemory>()
  return (input, memory) =>
    lapActivity({ tools, stage: 'complete', ...input }, kept.newest(input.pace, memory), async (before) =>
      kept.keep(await once(toolsAt(tools, input), input, before ?? noMemory)),
    )
}

/** After a message Koji is asked anew: a cached answer would hide what has ended until the next look. */
function toolsAt(tools: Tools, { night, pace }: CompletionInput): Tools {
  const own = toolsFor(tools, night.stream)
  if (!pace.nudged) return own
  const all = async () => {
    const each = await own.all()
    return { ...each, tasks: askedAnew(each.tasks) }
  }
  return { ...own, all }
}

async function once(
  tools: Tools,
  input: CompletionInput,
  before: StateMemory,
): Promise<Sight<Completion, StateMemory>> {
  const { compose, pace, fixed } = input
  const ref = parseNightCompose(compose)
  // The Koji cache may give two close looks one answer: looks less than half an interval apart count as one.
  const state = await lookAtCompose(without(tools, input.waived ?? []), ref, before, {
    apartMs: pace.lookMs / 2,
    alone: false,
  })
  const { status } = state.memory
  await noteCompose(tools, input.night, { compose, ref, state: status || state.kind })
  const said = `${compose}: ${inWords(state)}`
  if (state.kind === 'complete' || state.kind === 'dead')
    return { kind: 'seen', answer: { kind: state.kind, status }, said }
  const newer = fixed ? null : await newerRespin(tools, ref, input)
  if (newer === null)
    return {
      kind: 'not-yet',
      said,
      memory: state.memory,
      unanswered: isUndecided(state),
      told: toldOf(state),
    }
  const answer = { kind: 'dead', status: `${status}, overtaken by ${newer}` } as const
  return { kind: 'seen', answer, said: `${said}; ${newer} has overtaken it` }
}

/** The STATUS and which conditions are met, and in tenths how far those are that can be counted. */
function toldOf({ memory, findings }: ComposeState): LookKey {
  const step = findings
    .map((finding) => (finding.kind === 'not-yet' ? Math.floor((finding.share ?? 0) * 10) : 10))
    .reduce((sum, tenths) => sum + tenths, 0)
  return { key: `${memory.status}: ${findings.map(({ kind }) => kind).join(' ')}`, step }
}

/** The services without the conditions that a person waived. */
function without(tools: Tools, waived: readonly string[]): Tools {
  const { kojiRequired, mirrorRequired } = tools.places
  return withPlaces(tools, {
    ...tools.places,
    kojiRequired: kojiRequired && !waived.includes('koji'),
    mirrorRequired: mirrorRequired && !waived.includes('mirror'),
  })
}

function inWords({ kind, usable, reasons, findings }: ComposeState): string {
  return kind === 'absent' ? reasons.join('; ') : sayCompleteness({ usable, findings })
}

/** A newer respin of the night; the night then stops waiting for this compose. */
async function newerRespin(
  tools: Tools,
  ref: ComposeRef,
  { night, compose }: CompletionInput,
): Promise<string | null> {
  if (ref.kind !== 'pungi') return null
  const newest = await findCompose(tools, searchOfNight(night, { window: tools.windowOf(night) }))
  return newest.kind === 'found' ? laterOfNight(night, compose, [newest.compose]) : null
}
