import type { Generation } from './generation.ts'
import { completePungi } from './pungi-complete.ts'
import { findPungi } from './pungi-find.ts'
import { planPungi } from './pungi-plan.ts'
import type { Tools } from './tools.ts'

/** Composes of Pungi: several a date, listed in their stream's folder, with STATUS and metadata. */
export function pungiGeneration(tools: Tools): Generation {
  return {
    find: (input, version) => findPungi(tools, input, version),
    complete: (input, before) => completePungi(tools, input, before),
    plan: (compose) => planPungi(tools, compose),
  }
}
