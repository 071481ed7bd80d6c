import { expect, test } from 'vitest'
import type { ReportInput, Sent } from '../../../activities/report-activities.ts'
import { reportInput } from '../report-input.ts'
import { away, deliver, stage, type Rules } from './deliver.ts'

const list = 'list@example.org'

/** The report of a night without a Branched release. */
function neutral(on: string): ReportInput {
  return reportInput(on, {
    night: { stream: 'branched', date: on },
    workflowId: `nightly/branched/${on}`,
    outcome: 'no-branched',
    why: 'Fedora has no Branched release at present',
  })
}

test('that there is no Branched release is mailed once, and again after a night with another verdict', async () => {
  await using here = await stage()
  const rules: Rules = [{ to: [list], when: 'always' }]
  const absent: ReportInput = { ...neutral('2026-11-22'), outcome: 'absent' }

  const nights = [neutral('2026-11-20'), neutral('2026-11-21'), absent, neutral('2026-11-23')]
  const sent: Sent[] = []
  for (const night of nights) sent.push(await deliver(here, night, { rules }))

  expect(sent.map(({ recipients }) => recipients.length)).toEqual([1, 0, 1, 1])
  expect(sent[1]).toEqual({
    messageId: null,
    recipients: [],
    why: 'not sent: the night before said the same',
  })
  expect(here.lab.inbox.deliveries()).toHaveLength(3)
  expect(await here.archive.deliveriesOf('nightly/branched/2026-11-21')).toMatchObject([
    { recipient: list, state: 'skipped', why: 'not sent: the night before said the same' },
  ])
  expect(await here.archive.editionsOf('nightly/branched/2026-11-21')).toHaveLength(1)
})

test('a night that left no report does not count as one with a Branched release', async () => {
  await using here = await stage()
  const rules: Rules = [{ to: [list], when: 'always' }]
  const [id, due] = ['nightly/branched/2026-11-21', '2026-11-21T07:15:00.000Z']

  await deliver(here, neutral('2026-11-20'), { rules })
  await here.archive.openRun({ id, temporalRun: 'run', stream: 'branched', date: '2026-11-21', due }, due)
  const { recipients } = await deliver(here, neutral('2026-11-22'), { rules })

  expect(recipients).toEqual([])
})

test('that there is no Branched release is mailed again where the archive cannot tell of the night before', async () => {
  await using here = await stage()
  const rules: Rules = [{ to: [list], when: 'always' }]

  await deliver(here, neutral('2026-11-20'), { rules })
  const archive = { ...here.archive, nights: away }
  const { recipients } = await deliver({ ...here, archive }, neutral('2026-11-21'), { rules })

  expect(recipients).toMatchObject([{ recipient: list, state: 'delivered' }])
})
