import { describe, expect, test } from 'vitest'
import { addresseesOf, type Addressing } from '../../../activities/delivery/addressees.ts'
import type { Delivery, DeliveryState } from '../../../archive/nights/deliveries.ts'
import { makeReport } from '../../../report/make-report.ts'
import type { MailRule } from '../../../report/rules/mail-rule.ts'
import { green } from '../../report/green-night.ts'
import { nights } from '../../report/nights.ts'

const [list, qa, ops] = ['list@example.org', 'qa@example.org', 'ops@example.org'] as const

function rule(to: readonly string[], otherwise: Partial<MailRule> = {}): MailRule {
  return { to, when: 'always', streams: null, arches: null, subvariants: null, ...otherwise }
}

/** A delivery of an earlier edition of the night. */
function delivery(recipient: string, state: DeliveryState, edition = 1): Delivery {
  const at = '2026-11-24T11:03:00.000Z'
  const { workflowId: run } = green
  return { run, edition, channel: 'mail', recipient, state, messageId: null, why: '', attempts: 1, at }
}

/** A green edition after a green night. */
function about(edition: number, deliveries: Addressing['deliveries'] = []): Addressing {
  return { report: makeReport({ ...green, edition }), verdictBefore: 'passed', deliveries }
}

/** Nobody wants a green edition but the list. */
const rules = [rule([list]), rule([qa], { when: 'trouble' }), rule([ops], { when: 'change' })]

describe('an edition', () => {
  test('goes to those whose rule wants it, and says of the others why not', () => {
    expect(addresseesOf(rules, about(1), null)).toEqual({
      mails: [{ to: [list], recipients: [list] }],
      skipped: [qa, ops].map((recipient) => ({
        recipient,
        state: 'skipped',
        why: 'not sent: no rule wants this report',
      })),
      why: '',
    })
  })

  test('that nobody wants says why', () => {
    const { mails, why } = addresseesOf(rules.slice(1), about(1), null)

    expect(mails).toEqual([])
    expect(why).toBe('not sent: no rule wants this report')
  })

  test('is no matter of those whose rule is about the other stream', () => {
    const { mails, skipped, why } = addresseesOf(
      [rule([qa], { streams: ['branched'] })],
      about(2, null),
      null,
    )

    expect({ mails, skipped }).toEqual({ mails: [], skipped: [] })
    expect(why).toBe('not sent: no rule wants this report')
  })

  test.each<
    [string, MailRule[], readonly (readonly [to: readonly string[], recipients: readonly string[]])[]]
  >([
    [
      'in two rules',
      [rule([list, qa]), rule([qa, ops])],
      [
        [
          [list, qa],
          [list, qa],
        ],
        [[qa, ops], [ops]],
      ],
    ],
    ['twice in one rule', [rule([qa, qa])], [[[qa, qa], [qa]]]],
    [
      'in a rule that does not want it, and in a later one',
      [rule([qa], { when: 'trouble' }), rule([ops, qa])],
      [
        [
          [ops, qa],
          [qa, ops],
        ],
      ],
    ],
    [
      'in two spellings',
      [rule([`QA <qa@EXAMPLE.org>`]), rule([qa])],
      [[['QA <qa@EXAMPLE.org>'], ['QA <qa@EXAMPLE.org>']]],
    ],
  ])('goes once to somebody who is %s', (_, own, expected) => {
    const { mails } = addresseesOf(own, about(1), null)

    expect(mails).toEqual(expected.map(([to, recipients]) => ({ to, recipients })))
  })
})

describe('an edition that amends another', () => {
  test.each<[DeliveryState, boolean]>([
    ['delivered', true],
    ['unknown', true],
    ['waiting', true],
    ['refused', false],
    ['skipped', false],
  ])('goes to one for whom the first is %s: %s', (state, goes) => {
    const { mails } = addresseesOf(rules, about(2, [delivery(qa, state)]), null)

    expect(mails.flatMap(({ recipients }) => recipients).includes(qa)).toBe(goes)
  })

  test('goes to everybody while the archive is away', () => {
    const { mails } = addresseesOf(rules, about(2, null), null)

    expect(mails.map(({ recipients }) => recipients)).toEqual([[list], [qa], [ops]])
  })

  test('is not sent for what became of itself, or of a later one', () => {
    const itself = [delivery(qa, 'unknown', 2), delivery(ops, 'delivered', 3)]

    expect(addresseesOf(rules, about(2, itself), null).mails).toEqual([{ to: [list], recipients: [list] }])
  })

  test('does not go to somebody who is in no rule any more', () => {
    const { mails } = addresseesOf([rule([list])], about(2, [delivery(qa, 'delivered')]), null)

    expect(mails).toEqual([{ to: [list], recipients: [list] }])
  })
})

test('a first edition is not sent to everybody because the archive is away', () => {
  expect(addresseesOf(rules, about(1, null), null).mails).toEqual([{ to: [list], recipients: [list] }])
})

describe('a later try', () => {
  test('is for those who are left, by the mails of the first', () => {
    const own = [rule([list, qa]), rule([ops, qa])]

    expect(addresseesOf(own, about(1), [qa, ops])).toEqual({
      mails: [
        { to: [list, qa], recipients: [qa] },
        { to: [ops, qa], recipients: [ops] },
      ],
      skipped: [],
      why: '',
    })
  })

  test('does not choose again: who is left gets it, also out of every rule', () => {
    const { mails } = addresseesOf(rules.slice(1), about(1), [qa, 'gone@example.org'])

    expect(mails).toEqual([
      { to: [qa], recipients: [qa] },
      { to: ['gone@example.org'], recipients: ['gone@example.org'] },
    ])
  })
})

describe('that there is no Branched release', () => {
  const neutral = makeReport(nights['neutral'] ?? green)
  const all = [rule([list]), rule([qa], { when: 'change' })]

  test.each<[string | null, readonly string[]]>([
    ['neutral', []],
    ['passed', [list, qa]],
    ['absent', [list, qa]],
    [null, [list, qa]],
  ])('is mailed after a night that was %s to: %j', (verdictBefore, expected) => {
    const { mails } = addresseesOf(all, { report: neutral, verdictBefore, deliveries: [] }, null)

    expect(mails.flatMap(({ recipients }) => recipients)).toEqual(expected)
  })

  test('says why it is not mailed', () => {
    const said = addresseesOf(all, { report: neutral, verdictBefore: 'neutral', deliveries: [] }, null)

    expect(said.why).toBe('not sent: the night before said the same')
    expect(said.skipped).toMatchObject([{ recipient: list, why: said.why }, { recipient: qa }])
  })

  test('is mailed to those who got another first edition of the night', () => {
    const amended = { report: { ...neutral, edition: 2 }, verdictBefore: 'neutral' }
    const deliveries = [delivery(list, 'delivered')]

    expect(addresseesOf(all, { ...amended, deliveries }, null).mails).toEqual([
      { to: [list], recipients: [list] },
    ])
  })
})

test('another verdict is mailed after a night without a Branched release', () => {
  const after = { ...about(1), verdictBefore: 'neutral' }

  expect(addresseesOf([rule([list])], after, null).mails).toHaveLength(1)
})
