import { expect, test } from 'vitest'
import { fittingOrders } from '../../../workers/orders/fitting-orders.ts'
import type { Stands } from '../../../workflows/orders/refusal.ts'

const now = Date.parse('2026-11-24T12:00:00Z')
const until = '2026-11-24T14:00:00.000Z'
const fresh: Stands = {
  stage: 'find',
  until,
  outcome: null,
  verdict: null,
  compose: null,
  mode: 'post',
  problems: [],
  notOk: 0,
  busyWith: null,
}
const broken: Stands = {
  ...fresh,
  outcome: 'tested',
  verdict: 'broken',
  compose: 'Fedora-Rawhide-20261124.n.0',
  problems: [{ kind: 'image', name: 'KDE live x86_64' }],
  notOk: 1,
}

test.each<[string, Partial<Stands>, string]>([
  ['find', fresh, 'accept extend finish cancel look'],
  ['complete', { ...fresh, stage: 'complete' }, 'accept extend finish cancel look'],
  ['await', { ...fresh, stage: 'await' }, 'extend finish cancel look'],
  ['report', { ...fresh, stage: 'report' }, 'cancel'],
  ['watch', { ...broken, stage: 'watch' }, 'rerun accept extend cancel look'],
  ['watch, about to act', { ...broken, stage: 'watch', busyWith: 'run what failed again' }, 'cancel'],
  ['over', { ...broken, stage: 'over' }, 'rerun accept'],
  ['over and green', { ...broken, stage: 'over', verdict: 'passed', problems: [], notOk: 0 }, ''],
])('a night in %s takes some orders', (_place, stands, names) => {
  expect(fittingOrders({ ...fresh, ...stands }, now).join(' ')).toBe(names)
})
