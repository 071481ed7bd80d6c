import type { MailRule } from '../../report/rules/mail-rule.ts'
import type { Config } from './config-schema.ts'

type Mail = NonNullable<Config['mail']>

/** The rules of a configuration: first that of `mail.to`, who get every report. */
export function rulesOf({ to, rules }: Mail): readonly MailRule[] {
  const everything: MailRule = { to, when: 'always', streams: null, arches: null, subvariants: null }
  const others = rules.map((rule) => ruleOf(rule.to, rule))
  return to.length === 0 ? others : [everything, ...others]
}

/** A rule, from the table that has it, for those who get what it wants. */
export function ruleOf(
  to: readonly string[],
  { when, streams, arches, subvariants }: Omit<Mail['rules'][number], 'to'>,
): MailRule {
  const scope = { arches: arches ?? null, subvariants: subvariants ?? null }
  return { to, when, streams: streams ?? null, ...scope }
}
