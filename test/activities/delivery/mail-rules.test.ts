import { expect, test } from 'vitest'
import type { ReportInput } from '../../../activities/report-activities.ts'
import { choosyServer, refusal } from '../../clients/mail/choosy-server.ts'
import { reportInput } from '../report-input.ts'
import { away, deliver, stage, type Rules } from './deliver.ts'

const [list, qa, ops] = ['list@example.org', 'qa@example.org', 'ops@example.org'] as const
const date = '2026-11-24'

/** A report of the night without a compose; each is another edition, as another compose was doomed. */
function nth(number: number): ReportInput {
  return reportInput(date, { nth: number, discarded: [{ id: `compose ${number}`, status: 'DOOMED' }] })
}

test('each rule that wants a report is one mail to its own recipients, and a retry sends nothing', async () => {
  await using here = await stage()
  const rules: Rules = [
    { to: [list], when: 'always' },
    { to: [qa, list], when: 'trouble' },
    { to: [ops], when: 'new failure' },
  ]

  const first = await deliver(here, nth(1), { rules })
  await deliver(here, nth(1), { rules })

  const mails = here.lab.inbox.deliveries()
  expect(mails.map(({ to, recipients }) => ({ to, recipients })).toSorted(byTo)).toEqual([
    { to: list, recipients: [list] },
    { to: `${qa}, ${list}`, recipients: [qa] },
  ])
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(1)
  expect(first.recipients).toMatchObject([
    { recipient: list, state: 'delivered' },
    { recipient: qa, state: 'delivered' },
  ])
  expect(await here.archive.deliveriesOf(nth(1).workflowId)).toMatchObject([
    { recipient: list, state: 'delivered' },
    { recipient: ops, state: 'skipped', messageId: null, why: 'not sent: no rule wants this report' },
    { recipient: qa, state: 'delivered' },
  ])
})

function byTo(one: { readonly to: string }, other: { readonly to: string }): number {
  return one.to.localeCompare(other.to)
}

test('a recipient that is put off is tried again by the mail of its own rule, the others are not', async () => {
  let offers = 0
  await using server = await choosyServer((address) =>
    address === qa && ++offers === 1 ? refusal(451, 'greylisted') : undefined,
  )
  await using here = await stage()
  // No note of a delivery reaches the archive: what the workflow knows is enough.
  const archive = { ...here.archive, deliveriesOf: away, delivered: away }
  const { port } = server
  const rules: Rules = [
    { to: [list], when: 'always' },
    { to: [qa, ops], when: 'trouble' },
  ]

  const first = await deliver({ ...here, archive }, nth(1), { rules, port })
  const second = await deliver({ ...here, archive }, nth(1), { rules, port, left: [qa] })

  expect(first.recipients.map(({ recipient, state }) => [recipient, state])).toEqual([
    [list, 'delivered'],
    [qa, 'waiting'],
    [ops, 'delivered'],
  ])
  expect(second.recipients).toMatchObject([{ recipient: qa, state: 'delivered' }])
  expect(server.taken.flat().toSorted()).toEqual([list, ops, qa])
  expect(server.named.toSorted()).toEqual([list, `${qa}, ${ops}`, `${qa}, ${ops}`])
})

test('an edition is in the thread of the first that its list got', async () => {
  await using here = await stage()
  const rules: Rules = [
    { to: [list], when: 'always' },
    { to: [qa], when: 'trouble' },
  ]

  await deliver(here, nth(1), { rules: rules.slice(0, 1) })
  await deliver(here, nth(2), { rules })
  await deliver(here, nth(3), { rules })

  const id = (kind: string) => `<nightly.rawhide.${date}.${kind}@${here.settings.mail?.domain}>`
  const threads = here.lab.inbox
    .deliveries()
    .map(({ to, messageId, inReplyTo }) => [to, messageId, inReplyTo].join(' '))
  expect(threads.toSorted()).toEqual(
    [
      `${list} ${id('final')} `,
      `${list} ${id('amended-2')} ${id('final')}`,
      `${list} ${id('amended-3')} ${id('final')}`,
      `${qa} ${id('amended-2')} ${id('final')}`,
      `${qa} ${id('amended-3')} ${id('amended-2')}`,
    ].toSorted(),
  )
})

test('who got an edition gets the next, too, whatever the rule wants', async () => {
  await using here = await stage()

  await deliver(here, nth(1), { rules: [{ to: [qa], when: 'always' }] })
  const { recipients } = await deliver(here, nth(2), { rules: [{ to: [qa, ops], when: 'new failure' }] })

  expect(recipients).toMatchObject([{ recipient: qa, state: 'delivered' }])
  expect(here.lab.inbox.deliveries().map(({ recipients: who }) => who)).toEqual([[qa], [qa]])
})
