import { z } from 'zod'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'

/** What may be wrong in other ways, of which others tell. */
const rule = z.object({ streams: z.array(z.unknown()).catch([]) }).catch({ streams: [] })
const named = z.object({ name: z.string().nullable().catch(null) }).catch({ name: null })
const channel = rule.and(named)
const channels = z.array(channel).catch([])

const tables = z.object({
  mail: z.object({ rules: z.array(rule).catch([]) }).catch({ rules: [] }),
  stream: z.record(z.string(), z.unknown()).catch({}),
  webhook: channels,
  matrix: channels,
  command: channels,
  atom: z.unknown().optional(),
  resultsdb: rule,
})

type Tables = z.output<typeof tables>

/**
 * The mistakes of rules that show only beside other tables: streams that are none, a name twice. They are
 * read from the text as it is, so that they are told together with all others.
 */
export function ruleMistakes(config: unknown): readonly z.core.$ZodIssue[] {
  const read = tables.parse(config, { jitless: true })
  return [...wrongStreams(read), ...namesTwice(read)]
}

function wrongStreams(read: Tables): readonly z.core.$ZodIssue[] {
  const streams: readonly unknown[] = [
    ...new Set([...builtInLines.map(({ name }) => name), ...Object.keys(read.stream)]),
  ]
  const message = `expected a stream (${streams.join(', ')})`
  return rulesOf(read).flatMap(([path, each]) =>
    each.streams.flatMap((stream, at) =>
      typeof stream !== 'string' || streams.includes(stream)
        ? []
        : [{ code: 'custom' as const, path: [...path, 'streams', at], input: stream, message }],
    ),
  )
}

function namesTwice(read: Tables): readonly z.core.$ZodIssue[] {
  const names = new Set(read.atom === undefined ? [] : ['atom'])
  const message = 'expected a name that no other channel has'
  return channelsOf(read).flatMap(([path, { name }]) => {
    const isNew = name === null || !names.has(name)
    if (name !== null) names.add(name)
    return isNew ? [] : [{ code: 'custom' as const, path: [...path, 'name'], input: name, message }]
  })
}

type Placed<Table> = readonly (readonly [path: readonly PropertyKey[], table: Table])[]

function rulesOf(read: Tables): Placed<z.output<typeof rule>> {
  const mails = read.mail.rules.map((each, nth) => [['mail', 'rules', nth], each] as const)
  return [...mails, ...channelsOf(read), [['resultsdb'], read.resultsdb]]
}

function channelsOf({ webhook, matrix, command }: Tables): Placed<z.output<typeof channel>> {
  return Object.entries({ webhook, matrix, command }).flatMap(([kind, each]) =>
    each.map((table, nth) => [[kind, nth], table] as const),
  )
}
