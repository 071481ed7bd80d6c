import type { z } from 'zod'
import { builtInLines } from '../../compose/streams/built-in-lines.ts'

interface Rule {
  readonly streams?: readonly string[] | undefined
}

interface Channel extends Rule {
  readonly name: string
}

interface Checked {
  readonly value: {
    readonly mail?: { readonly rules: readonly Rule[] } | undefined
    readonly stream: Readonly<Record<string, unknown>>
    readonly webhook: readonly Channel[]
    readonly matrix: readonly Channel[]
    readonly command: readonly Channel[]
    readonly atom?: object | undefined
    readonly resultsdb?: Rule | undefined
  }
  readonly issues: z.core.$ZodRawIssue[]
}

/** The mistakes of rules that show only beside other tables: streams that are none, a name twice. */
export function checkRules({ value, issues }: Checked): void {
  const streams = [...new Set([...builtInLines.map(({ name }) => name), ...Object.keys(value.stream)])]
  const told = (path: readonly PropertyKey[], input: unknown, message: string) =>
    issues.push({ code: 'custom', path: [...path], input, message })
  for (const [path, rule] of rulesOf(value)) {
    for (const [at, name] of (rule.streams ?? []).entries())
      if (!streams.includes(name))
        told([...path, 'streams', at], name, `expected a stream (${streams.join(', ')})`)
  }
  const names = new Set<string>()
  for (const [path, { name }] of channelsOf(value)) {
    if (names.has(name)) told([...path, 'name'], name, 'expected a name that no other channel has')
    names.add(name)
  }
}

type Placed<Table> = readonly (readonly [path: readonly PropertyKey[], table: Table])[]

function rulesOf(value: Checked['value']): Placed<Rule> {
  const mails = (value.mail?.rules ?? []).map((rule, nth) => [['mail', 'rules', nth], rule] as const)
  const results = value.resultsdb === undefined ? [] : [[['resultsdb'], value.resultsdb] as const]
  return [...mails, ...channelsOf(value), ...results]
}

function channelsOf({ webhook, matrix, command, atom }: Checked['value']): Placed<Channel> {
  const feeds: Placed<Channel> = atom === undefined ? [] : [[['atom'], { name: 'atom' }]]
  const others: Placed<Channel> = Object.entries({ webhook, matrix, command }).flatMap(([kind, tables]) =>
    tables.map((table, nth) => [[kind, nth], table] as const),
  )
  return [...feeds, ...others]
}
