import { parseNightCompose } from '../compose/mash-ref.ts'
import type { Generation } from './generation.ts'
import { mashGeneration } from './mash-generation.ts'
import { pungiGeneration } from './pungi-generation.ts'
import type { Tools } from './tools.ts'

/** The generation of a compose, by its name; where none is named, the one whose nights the configuration tests. */
export function generationOf(tools: Tools, compose: string | null): Generation {
  const kind = compose === null ? tools.places.generation : parseNightCompose(compose).kind
  return kind === 'mash' ? mashGeneration(tools) : pungiGeneration(tools)
}
