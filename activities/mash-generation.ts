import type { Generation } from './generation.ts'
import { completeMash } from './mash-complete.ts'
import { findMash } from './mash-find.ts'
import { planMash } from './mash-plan.ts'
import type { Tools } from './tools.ts'

/** Nightlies of 2015: one a date, without metadata, whose images are made in Koji after its tree is done. */
export function mashGeneration(tools: Tools): Generation {
  return {
    find: (input, version) => findMash(tools, input, version),
    complete: (input, before) => completeMash(tools, input, before),
    plan: (compose) => planMash(tools, compose),
  }
}
