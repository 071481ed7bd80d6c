import type { Completion, CompletionInput, CompletionMemory } from './activities.ts'
import { generationOf } from './generation.ts'
import type { Look } from './look.ts'
import { looking } from './looking.ts'
import type { Tools } from './tools.ts'

/** Looks whether a compose is complete everywhere, or dead. */
export function observeCompletion(
  tools: Tools,
): (input: CompletionInput, memory: CompletionMemory | null) => Promise<Look<Completion, CompletionMemory>> {
  return (input, memory) =>
    looking(input.pace, memory, (before) => generationOf(tools, input.compose).complete(tools, input, before))
}
