import { z } from 'zod'
import type { ToldConfig } from '../../workers/config/told/told-config.ts'
import type { MembersOf } from '../../compose/json-form.ts'

const origins = [
  z.strictObject({ kind: z.literal('file'), file: z.string(), line: z.int().nullable() }),
  z.strictObject({
    kind: z.literal('variable'),
    variable: z.string(),
    file: z.string().nullable().describe('the file that the variable names; null if it has the value itself'),
  }),
  z.strictObject({ kind: z.literal('default') }),
  z.strictObject({ kind: z.literal('none') }),
] as const

const unreadable = z
  .strictObject({ kind: z.literal('unreadable'), why: z.string() })
  .describe('a file that may have it cannot be read by this user')

const value = z.strictObject({
  key: z.string(),
  value: z
    .union([z.string(), z.number(), z.boolean(), z.array(z.unknown())])
    .nullable()
    .describe('as the file would have it, without passwords; null if nothing sets it'),
  from: z.discriminatedUnion('kind', origins),
})

/** Of a secret only its place is told. */
const secret = z.strictObject({
  name: z.string(),
  from: z.discriminatedUnion('kind', [...origins, unreadable]),
})

const members = {
  file: z.string().nullable().describe('null if there is none, and all is default'),
  namedBy: z.enum(['--config', 'NIGHTJAR_CONFIG', 'search']),
  looked: z.array(z.string()).describe('where it was looked for, up to the file'),
  values: z.array(value),
  secrets: z.array(secret),
} satisfies { readonly [Name in keyof MembersOf<ToldConfig>]: z.ZodType }

/** The JSON of `nightjar config`. */
export const configForm = z.strictObject({ schema: z.literal('nightjar/config/1'), ...members })
