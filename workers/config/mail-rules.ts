import type { MailRule } from '../../report/rules/mail-rule.ts'
import type { Config } from './config-schema.ts'

/** The rules of a configuration: first that of `mail.to`, who get every report. */
export function rulesOf({ to, rules }: NonNullable<Config['mail']>): readonly MailRule[] {
  const everything: MailRule = { to, when: 'always', streams: null, arches: null, subvariants: null }
  const others = rules.map(({ streams = null, arches = null, subvariants = null, ...rule }): MailRule => ({
    ...rule,
    streams,
    arches,
    subvariants,
  }))
  return to.length === 0 ? others : [everything, ...others]
}
