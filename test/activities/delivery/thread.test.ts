import { expect, test } from 'vitest'
import { threadOf } from '../../../activities/delivery/thread.ts'
import type { Delivery } from '../../../archive/nights/deliveries.ts'
import { makeReport } from '../../../report/make-report.ts'
import { green } from '../../report/green-night.ts'

const [qa, ops] = ['QA <qa@example.org>', 'ops@example.org'] as const

function delivered(edition: number, recipient: string, otherwise: Partial<Delivery> = {}): Delivery {
  return {
    run: green.workflowId,
    edition,
    channel: 'mail',
    recipient,
    state: 'delivered',
    messageId: `<${edition}@example.org>`,
    why: '',
    attempts: 1,
    at: green.at,
    ...otherwise,
  }
}

test.each<[string, readonly Delivery[] | null, string | null]>([
  ['is the first that one of them got', [delivered(1, ops), delivered(2, ops)], '<1@example.org>'],
  [
    'is a later one for those who did not get the first',
    [delivered(2, ops), delivered(1, 'x@y')],
    '<2@example.org>',
  ],
  ['is not one that is under way', [delivered(1, ops, { state: 'unknown' })], null],
  ['is not the same or a later one', [delivered(3, ops), delivered(4, ops)], null],
  ['is found in any spelling', [delivered(2, 'qa@EXAMPLE.org')], '<2@example.org>'],
  [
    'is named by its number if the archive has no Message-ID',
    [delivered(2, ops, { messageId: null })],
    '<nightly.rawhide.2026-11-24.amended-2@example.org>',
  ],
  ['is not known where nobody got one', [], null],
  ['is not known while the archive is away', null, null],
])('the edition that begins the thread of a list %s', (_, deliveries, expected) => {
  const report = makeReport({ ...green, edition: 3 })

  expect(threadOf([qa, ops], { report, deliveries }, 'example.org')).toBe(expected)
})
