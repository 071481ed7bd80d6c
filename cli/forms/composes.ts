import { z } from 'zod'
import type { ComposeLine } from '../../archive/queries/compose-lines.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const line = {
  id: z.string(),
  stream: z.string(),
  label: z.string().nullable(),
  state: z.string().describe('the last STATUS that was read'),
  url: z.string(),
  firstSeen: z.string().describe('ISO, UTC'),
  lastSeen: z.string().describe('ISO, UTC'),
  images: z.int().describe('how many images of it the archive knows'),
  run: z.string().nullable().describe('the run that tested it'),
  verdict: z.string().nullable(),
} satisfies MembersOf<ComposeLine>

/** The JSON of `nightjar composes`. */
export const composesForm = z.strictObject({
  schema: z.literal('nightjar/composes/1'),
  stream: z.string(),
  composes: z.array(z.strictObject(line)),
})
