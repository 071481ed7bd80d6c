import { z } from 'zod'
import type { ComposeLine } from '../../../archive/queries/compose-lines.ts'
import type { MembersOf } from '../../../compose/json-form.ts'

/** A compose that was seen, and the night that tested it. */
export const composeLineShape = z.strictObject({
  id: z.string(),
  stream: z.string(),
  label: z.string().nullable().describe('of a candidate'),
  state: z.string().describe('the word of its STATUS, as it was seen last'),
  url: z.string(),
  firstSeen: z.string().describe('ISO, UTC'),
  lastSeen: z.string().describe('ISO, UTC'),
  images: z.int().describe('how many the archive knows'),
  run: z.string().nullable().describe('the workflow id of the last night that tested it'),
  verdict: z.string().nullable(),
} satisfies MembersOf<ComposeLine>)
