import { z } from 'zod'
import { readJson } from '../../compose/read-json.ts'

const targetsSchema = z.array(z.object({ id: z.int(), scenario: z.string() }).readonly()).readonly()

/** A job to restart. */
export type Target = z.infer<typeof targetsSchema>[number]

/** Reads the targets that an order kept. @throws Garbled */
export function parseTargets(json: string): readonly Target[] {
  return readJson('the jobs of an order', targetsSchema, json)
}
