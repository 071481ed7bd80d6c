import { expect, test } from 'vitest'
import { readOrder } from '../../../workflows/orders/read-order.ts'
import { refusalOf, type Stands } from '../../../workflows/orders/refusal.ts'
import { everyOrder, type OrderTitle } from './every-order.ts'

const now = Date.parse('2026-11-24T10:00:00Z')

const before: Stands = {
  stage: 'find',
  until: '2026-11-24T11:15:00.000Z',
  outcome: null,
  verdict: null,
  compose: null,
  mode: 'post',
  problems: [],
  notOk: 0,
  busyWith: null,
}

const inTests: Stands = {
  ...before,
  stage: 'await',
  until: '2026-11-24T19:10:00.000Z',
  compose: 'Fedora-Rawhide-20261124.n.0',
}

const open: Stands = {
  ...inTests,
  stage: 'watch',
  until: '2026-11-27T09:10:00.000Z',
  outcome: 'tested',
  verdict: 'broken',
  notOk: 2,
  problems: [
    {
      kind: 'test',
      test: 'base_selinux',
      scenario: 'Server-dvd-iso x86_64 base_selinux@64bit',
      modules: ['selinux'],
    },
  ],
}

const nights: Readonly<Record<string, Stands>> = {
  'in find': before,
  'in complete': { ...inTests, stage: 'complete' },
  'in schedule': { ...inTests, stage: 'schedule' },
  'in await': inTests,
  'in report': { ...inTests, stage: 'report' },
  'open after a failure': open,
  'open, without a key': { ...open, mode: 'observe' },
  'open without a compose': {
    ...open,
    outcome: 'absent',
    verdict: 'absent',
    compose: null,
    notOk: 0,
    problems: [],
  },
  'open, about to act': { ...open, busyWith: 'run what failed again' },
  'ended with a failure': { ...open, stage: 'over', until: '2026-11-24T09:10:00.000Z' },
  'ended, all passed': { ...open, stage: 'over', until: null, verdict: 'passed', notOk: 0, problems: [] },
  'ended, covered': {
    ...open,
    stage: 'over',
    until: null,
    outcome: 'covered',
    verdict: 'covered',
    notOk: 0,
    problems: [],
  },
}

function answerTo(title: OrderTitle, stands: Stands): string {
  const { name, request } = everyOrder[title]
  return refusalOf(readOrder(name, request, { id: 'one', now }), stands, now) ?? 'taken'
}

test('a table has what each order is answered on a night that stands so', async () => {
  const titles: readonly OrderTitle[] = Object.keys(everyOrder).filter(
    (title): title is OrderTitle => title in everyOrder,
  )
  const lines = Object.entries(nights).flatMap(([how, stands]) => [
    `${how}:`,
    ...titles.map((title) => `  ${title.padEnd(18)} ${answerTo(title, stands)}`),
    '',
  ])

  await expect(lines.join('\n')).toMatchFileSnapshot('every-order-on-every-night.txt')
})

test.each([
  ['accept', { what: 'x' }, /say why, as in \{"what"/],
  ['accept', { what: [], why: 'w' }, /expected the names of missing images/],
  ['accept', { what: 'x', why: 'w', until: '2026-12-31' }, /at most 30 days/],
  ['accept', { what: 'x', why: 'w', until: '2026-02-30' }, /a date such as/],
  ['extend', {}, /"hours", or "until"/],
  ['extend', { hours: 49 }, /at most 48/],
  ['extend', { hours: -1 }, /more than 0/],
  ['extend', { hours: 1, until: '2026-11-24T12:00:00Z' }, /not both/],
  ['extend', { until: '2026-11-24T09:00:00Z' }, /has passed/],
  ['rerun', { jobs: [] }, /a list of job ids/],
  ['rerun', { jobs: [1.5] }, /a list of job ids/],
  ['rerun', { from: 'watch' }, /find, complete, schedule, await or report/],
  ['rerun', { jobs: 'all', from: 'find' }, /name one of/],
  ['rerun', { job: 7 }, /knows no/],
  ['look', { why: 7 }, /expected text as why/],
  ['look', 'now', /one JSON object/],
  ['look', [1], /one JSON object/],
  ['finish', {}, /say why/],
  ['cancel', undefined, /say why/],
  ['look', { expires: '2026-11-24T09:59:59Z' }, /came too late/],
  ['look', { expires: 'soon' }, /came too late/],
  ['look', { why: 'x'.repeat(501) }, /at most 500 letters/],
] as const)('%s %o is refused, with the form of the order', (name, request, why) => {
  expect(() => readOrder(name, request, { id: 'one', now })).toThrow(why)
})

test('an order without anything, as the menu of the UI may send it, looks and runs again what failed', () => {
  expect(readOrder('look', undefined, { id: 'one', now })).toEqual({
    id: 'one',
    by: null,
    why: null,
    name: 'look',
  })
  expect(readOrder('rerun', null, { id: 'one', now })).toMatchObject({ what: { kind: 'failed' } })
})

test('a stage that ends later already is not extended', () => {
  const order = readOrder('extend', { until: '2026-11-24T19:00:00Z' }, { id: 'one', now })

  expect(refusalOf(order, inTests, now)).toBe('await already lasts until 19:10 UTC; to end it sooner: finish')
})

test('what a person wrote has no control characters', () => {
  const order = readOrder('look', { by: 'ada\u001B[31m', why: 'a\r\nSubject: x\u202Eb' }, { id: 'one', now })

  expect(order).toMatchObject({ by: 'ada [31m', why: 'a Subject: x b' })
})

test('a refusal has no stack, which Temporal would show to the person', () => {
  expect(() => readOrder('look', 7, { id: 'one', now })).toThrow(
    expect.objectContaining({ stack: '', nonRetryable: true, type: 'Refused' }),
  )
})
