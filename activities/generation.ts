import type { Completion, CompletionInput, CompletionMemory, FindInput, Found } from './activities.ts'
import type { Look } from './look.ts'
import type { KeptPlan } from './recall.ts'

/** How the composes of an era are found, judged and planned: Pungi's since 2016, or those of 2015. */
export interface Generation {
  /** One look for the compose to test; `version` is `Rawhide`, or the number of the branched release. */
  find(input: FindInput, version: string): Promise<Look<Found>>
  /** One look at whether a compose is complete everywhere, or dead. */
  complete(
    input: CompletionInput,
    before: CompletionMemory | null,
  ): Promise<Look<Completion, CompletionMemory>>
  /** What is to be posted for a complete compose, and which of its images are missing. */
  plan(compose: string): Promise<KeptPlan>
}
