import type { Delivery } from '../../archive/nights/deliveries.ts'
import { envelopeAddress } from '../../clients/mail/envelope.ts'
import type { Report } from '../../report/report.ts'
import type { Recipient } from '../report-activities.ts'
import type { MailRule } from '../../report/rules/mail-rule.ts'
import { isOfStream, wants } from '../../report/rules/wants.ts'

/** One mail: those whom it names, and those of them who get it. */
export interface AddressedMail {
  readonly to: readonly string[]
  readonly recipients: readonly string[]
}

/** Who gets an edition, and who does not, and why. */
export interface Addressees {
  readonly mails: readonly AddressedMail[]
  readonly skipped: readonly Recipient[]
  /** Why nobody gets it; empty where somebody does. */
  readonly why: string
}

/** What decides who gets an edition. */
export interface Addressing {
  readonly report: Report
  /** The verdict of the stream's last night before that has one; null where none is known. */
  readonly verdictBefore: string | null
  /** The deliveries of the run; null where the archive is away. */
  readonly deliveries: readonly Delivery[] | null
}

const sameAgain = 'not sent: the night before said the same'
const unwanted = 'not sent: no rule wants this report'

/**
 * Who gets an edition: those for whom a rule wants it, and where it amends another also those to whom an
 * earlier edition went. Everybody gets one mail, by the first rule that wants it for them.
 * @param left those whom an earlier try chose and who do not have it; null in a try that chooses
 */
export function addresseesOf(
  rules: readonly MailRule[],
  about: Addressing,
  left: readonly string[] | null,
): Addressees {
  return left === null ? chosen(rules, about) : { mails: mailsTo(left, rules, about), skipped: [], why: '' }
}

function chosen(all: readonly MailRule[], about: Addressing): Addressees {
  const rules = all.filter((rule) => isOfStream(rule, about.report))
  const isAgain = isSaidAgain(about)
  const [wanting, others] = byWanting(rules, about)
  const isWanted = among(isAgain ? [] : namedBy(wanting))
  const isTold = toldBefore(about)
  const everyone = namedBy(rules)
  const asked = everyone.filter((one) => isWanted(one) || isTold(one))
  const skipped = everyone.filter((one) => !asked.includes(one))
  const why = isAgain ? sameAgain : unwanted
  return {
    mails: divided([...wanting, ...others], asked),
    skipped: skipped.map((recipient) => ({ recipient, state: 'skipped', why })),
    why: asked.length === 0 ? why : '',
  }
}

/** Whoever is in no rule by now gets a mail of their own. */
function mailsTo(
  left: readonly string[],
  rules: readonly MailRule[],
  about: Addressing,
): readonly AddressedMail[] {
  const own = left.map((one) => ({ to: [one] }))
  return divided([...byWanting(rules, about).flat(), ...own], left)
}

function byWanting(
  rules: readonly MailRule[],
  { report, verdictBefore }: Addressing,
): readonly [readonly MailRule[], readonly MailRule[]] {
  const wanting = rules.filter((rule) => wants(rule, report, verdictBefore))
  return [wanting, rules.filter((rule) => !wanting.includes(rule))]
}

/**
 * Whether all that is to be said was said the night before: for months Fedora has no Branched release. Where
 * the archive is away it is said again: better twice than never.
 */
function isSaidAgain({ report, verdictBefore }: Addressing): boolean {
  return report.verdict === 'neutral' && verdictBefore === 'neutral'
}

/**
 * Whether an edition that this one amends went to somebody, or may have gone. While the archive is away it
 * may have gone to everybody: who has read it must learn that it changed.
 */
function toldBefore({ report: { edition }, deliveries }: Addressing): (one: string) => boolean {
  if (deliveries === null) return () => edition > 1
  const earlier = deliveries.filter(
    (each) => each.edition < edition && each.state !== 'refused' && each.state !== 'skipped',
  )
  return among(earlier.map(({ recipient }) => recipient))
}

/** Everybody in some rules, once. */
function namedBy(rules: readonly MailRule[]): readonly string[] {
  const all = rules.flatMap(({ to }) => to)
  return [...Map.groupBy(all, sameAddress).values()].flatMap((same) => same.slice(0, 1))
}

/** One mail for each list that is the first to name one of those asked. */
function divided(lists: readonly Pick<MailRule, 'to'>[], asked: readonly string[]): readonly AddressedMail[] {
  const first = Map.groupBy(asked, (one) => lists.find(({ to }) => among(to)(one)))
  return lists.flatMap((list) => {
    const recipients = first.get(list) ?? []
    return recipients.length === 0 ? [] : [{ to: list.to, recipients }]
  })
}

function among(recipients: readonly string[]): (one: string) => boolean {
  const addresses = new Set(recipients.map(sameAddress))
  return (one) => addresses.has(sameAddress(one))
}

/** No mail server tells two people apart by the case of a letter. */
function sameAddress(recipient: string): string {
  return envelopeAddress(recipient).toLowerCase()
}
