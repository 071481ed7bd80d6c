import { z } from 'zod'
import { mailOccasions } from '../../report/rules/mail-rule.ts'
import { someText, textLike } from './tables/text-like.ts'

/** `qa@example.org` or `QA <qa@example.org>`: one address. */
const address = textLike(
  /^(?:[^\r\n,;@<>]*<[^\s@<>,;]+@[^\s@<>,;]+>|[^\s@<>,;]+@[^\s@<>,;]+)$/,
  'expected one mail address',
)

const someAddress = 'expected at least one mail address'

const words = z.array(z.string().min(1)).min(1, 'expected at least one word')

const when = z.enum(mailOccasions, { error: 'expected "always", "change", "new failure" or "trouble"' })

const scope = {
  streams: z.array(z.string()).min(1, 'expected at least one stream').optional(),
  arches: words.optional(),
  subvariants: words.optional(),
}

/** Which reports go out on a channel other than mail; by default all. */
export const channelRule = { when: when.default('always'), ...scope }

interface Scoped {
  readonly value: { readonly when: string; readonly arches?: unknown; readonly subvariants?: unknown }
  readonly issues: z.core.$ZodRawIssue[]
}

/** Every report goes to those who see a part of it only: that is a mistake. */
export function checkScope({ value: { when: said, arches, subvariants }, issues }: Scoped): void {
  if (said !== 'always' || (arches ?? subvariants) === undefined) return
  const message = 'expected another word next to arches or subvariants'
  issues.push({ code: 'custom', path: ['when'], input: said, message })
}

/** Who gets which reports; the meaning of each key is in `docs/operating.md`. */
const rule = z
  .strictObject({ to: z.array(address, someAddress).min(1, someAddress), when, ...scope })
  .check(checkScope)

/** The mail server, and who gets which reports. */
export const mailSchema = z
  .strictObject({
    host: someText('expected the name of a mail server'),
    port: z.int().min(1).max(65_535).default(25),
    tls: z.boolean().default(false),
    user: z.string().min(1).optional(),
    from: address,
    /** Those who get every report. */
    to: z.array(address).default([]),
    /** Those who are told that a stream is overdue; those in `to` by default. */
    alarm_to: z.array(address, someAddress).min(1, someAddress).optional(),
    /** Each is one mail, over a connection of its own at the same time. */
    rules: z.array(rule, 'expected [[mail.rules]] tables').max(30, 'expected at most 30 rules').default([]),
    /** The List-Id, and the domain of every Message-ID. */
    domain: textLike(/^[\w.-]+$/, 'expected a domain such as "nightjar.example.org"').default(
      'nightjar.localdomain',
    ),
  })
  .check(({ value: { to, rules }, issues }) => {
    if (to.length + rules.length > 0) return
    const message = 'expected at least one mail address, here or in mail.rules'
    issues.push({ code: 'custom', path: ['to'], input: to, message })
  })
