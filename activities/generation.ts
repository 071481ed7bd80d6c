import { parseNightCompose } from '../compose/naming/mash-ref.ts'
import type { Completion, CompletionInput, CompletionMemory, FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import { completeMash } from './mash-complete.ts'
import { findMash } from './mash-find.ts'
import { planMash } from './mash-plan.ts'
import { completePungi } from './pungi-complete.ts'
import { findPungi } from './pungi-find.ts'
import { planPungi } from './pungi-plan.ts'
import type { KeptPlan } from './recall.ts'
import type { Tools } from './tools.ts'

/** How the composes of an era are found, judged and planned. */
export interface Generation {
  /** One look for the compose to test; `version` is `Rawhide`, or the number of the branched release. */
  find(tools: Tools, input: FindInput, version: string): Promise<Look<Found>>
  /** One look at whether a compose is complete everywhere, or dead. */
  complete(
    tools: Tools,
    input: CompletionInput,
    before: CompletionMemory | null,
  ): Promise<Look<Completion, CompletionMemory>>
  /** What is to be posted for a complete compose, and which of its images are missing. */
  plan(tools: Tools, compose: string): Promise<KeptPlan>
}

/**
 * Composes of Pungi: several a date, listed in their stream's folder, with STATUS and metadata. Nightlies of 2015
 * (mash): one a date, without metadata, whose images are made in Koji after their tree is done.
 */
const generations: Readonly<Record<Tools['places']['generation'], Generation>> = {
  pungi: { find: findPungi, complete: completePungi, plan: planPungi },
  mash: { find: findMash, complete: completeMash, plan: planMash },
}

/** The generation of a compose, by its name; where none is named, the one whose nights the configuration tests. */
export function generationOf({ places }: Tools, compose: string | null): Generation {
  if (compose === null) return generations[places.generation]
  return parseNightCompose(compose).kind === 'mash' ? generations.mash : generations.pungi
}
